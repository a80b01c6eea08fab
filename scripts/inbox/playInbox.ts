import { readFile } from 'node:fs/promises'
import { createControl, type SandboxControl } from './control.ts'
import type { InboxConversation, InboxFile, InboxLine } from './conversation.ts'
import { conversations } from './conversations.ts'

/** Parameters of {@link playInbox}. */
export interface PlayInboxParameters {
  sandboxUrl: string
  apiKey: string
  /** The CRM, which has to receive the messages: playing starts as soon as its webhooks are registered. */
  crmUrl: string
  /** @default the demo's own ones */
  played?: readonly InboxConversation[]
  /** Unix time in milliseconds at which the past ends, and the sandbox's clock stands still. @default now, and it runs on */
  stopAt?: number | undefined
  /** Time to wait for the CRM. @default 60_000 */
  timeoutMs?: number
}

/** The demo's users who answer. */
const staff = { ann: { id: 'ann', name: 'Ann Reyes' }, ben: { id: 'ben', name: 'Ben Okafor' } }

/**
 * Gives an empty sandbox a past: its clock is set back, customers and staff write, and webhooks bring everything to the CRM.
 * A sandbox that has chats already stays as it is.
 * @returns true if something was played
 * @throws {Error} if the sandbox refuses, or the CRM does not receive
 */
export async function playInbox({
  sandboxUrl,
  apiKey,
  crmUrl,
  played = conversations,
  stopAt,
  timeoutMs = 60_000,
}: PlayInboxParameters): Promise<boolean> {
  const control = createControl({ sandboxUrl, apiKey })
  if ((await control.listChats()).length > 0) return false
  await waitUntil({ check: () => control.isRegistered(crmUrl), timeoutMs, problem: 'the CRM receives no webhooks' })
  const startedAt = stopAt ?? Date.now()
  const steps = toSteps(played)
  await control.freezeClock(startedAt - (steps[0]?.line.minutesAgo ?? 0) * minuteMs)
  try {
    for (const { conversation, line } of steps) {
      await control.moveClockTo(startedAt - line.minutesAgo * minuteMs)
      await play({ control, conversation, line })
    }
  } finally {
    await control.moveClockTo(stopAt ?? Date.now())
    if (stopAt === undefined) await control.runClock()
  }
  await waitUntil({ check: () => control.isDelivered(), timeoutMs, problem: 'webhooks do not reach the CRM' })
  return true
}

const minuteMs = 60_000

interface Step {
  conversation: InboxConversation
  line: InboxLine
}

/** All messages in the order of their times. */
function toSteps(played: readonly InboxConversation[]): Step[] {
  return played
    .flatMap((conversation) => conversation.lines.map((line) => ({ conversation, line })))
    .sort((one, other) => other.line.minutesAgo - one.line.minutesAgo)
}

async function play({ control, conversation, line }: Step & { control: SandboxControl }): Promise<void> {
  const { chatType, chatId, name, members, lines } = conversation
  const chat = { chatType, chatId }
  if (members && line === lines[0]) await control.simulate('group', { ...chat, name, members })
  switch (line.from) {
    case 'template':
      return control.sendTemplate({ ...chat, ...line })
    case 'customer':
      return control.simulate('message', { ...chat, name, ...(await toContent(line)) })
    case 'phone':
      return control.simulate('reply', { ...chat, text: line.text })
    case 'ann':
    case 'ben':
      return control.simulate('reply', { ...chat, ...(await toContent(line)), author: staff[line.from] })
  }
}

async function toContent({ text, file }: { text?: string; file?: InboxFile }): Promise<object> {
  if (!file) return { text }
  const data = await readFile(new URL(`files/${file.name}`, import.meta.url), 'base64')
  return { ...(text === undefined ? {} : { text }), file: { ...file, data } }
}

async function waitUntil({
  check,
  timeoutMs,
  problem,
}: {
  check: () => Promise<boolean>
  timeoutMs: number
  problem: string
}): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(problem)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
