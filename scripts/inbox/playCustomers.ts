import { createControl, type SandboxControl, type SandboxMessage } from './control.ts'
import { customerScripts } from './customerScripts.ts'

/** Parameters of {@link playCustomers}. */
export interface PlayCustomersParameters {
  sandboxUrl: string
  apiKey: string
  signal: AbortSignal
  /** Replies of each chat, named as `whatsapp:79998887766`. @default the demo's own ones */
  scripts?: Readonly<Record<string, readonly string[]>>
  /** Time between two looks at the chats. @default 1_500 */
  pollMs?: number
  /** Time to read a message, and then to write a reply. @default that of a person */
  delayMs?: (reply: string) => { reading: number; writing: number }
}

/**
 * Plays customers who reply to what staff write from now on, until the signal aborts. Each of their lines is said once, so that
 * a conversation ends; a message that follows the customer's own within seconds counts as automatic, and gets no reply.
 */
export async function playCustomers({
  sandboxUrl,
  apiKey,
  signal,
  scripts = customerScripts,
  pollMs = 1_500,
  delayMs = humanDelay,
}: PlayCustomersParameters): Promise<void> {
  const control = createControl({ sandboxUrl, apiKey })
  const startedAt = Date.now()
  const busy = new Map<string, Promise<void>>()

  async function look(): Promise<void> {
    for (const { chatType, chatId, lastAt } of await control.listChats()) {
      const key = `${chatType}:${chatId}`
      const script = scripts[key]
      if (!script || lastAt < startedAt || busy.has(key)) continue
      const reply = { control, chat: { chatType, chatId }, script, since: startedAt, delayMs, signal }
      const replying = replyTo(reply).catch(() => {}) // The sandbox may have stopped; the next look tells.
      busy.set(
        key,
        replying.finally(() => busy.delete(key)).then(() => undefined),
      )
    }
  }

  while (!signal.aborted) {
    await look().catch(() => {}) // As it starts again, a sandbox responds to nothing.
    await pause({ ms: pollMs, signal })
  }
  await Promise.all(busy.values())
}

interface Reply {
  control: SandboxControl
  chat: { chatType: string; chatId: string }
  script: readonly string[]
  since: number
  delayMs: NonNullable<PlayCustomersParameters['delayMs']>
  signal: AbortSignal
}

async function replyTo({ control, chat, script, since, delayMs, signal }: Reply): Promise<void> {
  const next = findReply({ messages: await control.listMessages(chat), script, since })
  if (next === undefined) return
  const { reading, writing } = delayMs(next)
  await pause({ ms: reading, signal })
  if (signal.aborted) return
  await control.simulate('read', chat)
  await pause({ ms: writing, signal })
  if (!signal.aborted) await control.simulate('message', { ...chat, text: next })
}

/** Messages that follow the customer's within this time are automatic. */
const automaticMs = 3_000

/** The first line that the customer has not said yet, after a message that a person wrote. */
function findReply({
  messages,
  script,
  since,
}: {
  messages: SandboxMessage[]
  script: readonly string[]
  since: number
}): string | undefined {
  const last = messages.at(-1)
  if (last?.direction !== 'outgoing' || last.deleted || last.status === 'failed') return undefined
  const at = Date.parse(last.at)
  const heardAt = Math.max(0, ...messages.filter(isIncoming).map((message) => Date.parse(message.at)))
  if (at < since || at - heardAt < automaticMs) return undefined
  const said = new Set(messages.filter(isIncoming).map(({ text }) => text))
  return script.find((line) => !said.has(line))
}

function isIncoming({ direction }: SandboxMessage): boolean {
  return direction === 'incoming'
}

function humanDelay(reply: string): { reading: number; writing: number } {
  return { reading: 2_000 + Math.random() * 4_000, writing: 3_000 + reply.length * 70 }
}

function pause({ ms, signal }: { ms: number; signal: AbortSignal }): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms)
    function end(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}
