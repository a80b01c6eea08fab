import { setTimeout } from 'node:timers/promises'
import type { Sandbox } from 'crm-chat-sandbox'
import { onTestFinished } from 'vitest'
import { createRandom } from '../webhookChaos/createRandom.ts'
import { followStream } from './followStream.ts'
import { createHistory, type History } from './history.ts'
import { type FaultCounts, playFaults } from './playFaults.ts'
import { playPages, recipients } from './playPages.ts'
import { playVendor } from './playVendor.ts'
import type { DatabaseServer } from './startDatabase.ts'
import { type Processes, startProcesses } from './startProcesses.ts'

/** Outcome of a run. */
export interface ChaosRun {
  history: History
  /** Messages of which two pages were told different ids. */
  contradictions: string[]
  webhookCalls: number
  sendCalls: number
  /** Requests that the vendor took in without a response. */
  hangs: number
  seconds: number
}

/** Time for which a process may go on with what it has begun, while nobody hears of it. */
const leaseMs = 1_500

/**
 * Lets three processes of a CRM, with one Redis and the sandbox as their vendor, send messages and receive webhooks, while
 * Redis and processes are killed and paused, the database fails at times, and the vendor acts and does not respond.
 */
export async function runProcessChaos({
  sends,
  deliveries,
  chats,
  faults: counts,
  seed,
  onProgress = () => {},
}: {
  sends: number
  deliveries: number
  chats: number
  faults: FaultCounts
  seed: number
  /** Called with the part that is over, from 0 to 1. */
  onProgress?: (progress: number) => void
}): Promise<ChaosRun> {
  const startedAt = performance.now()
  const random = createRandom(seed)
  const history = createHistory()
  const { sandbox, redis, database, crms, urls, close } = await setUp({ history, random })
  onTestFinished(close)
  await Promise.all(
    recipients.map((chatId) => sandbox.simulate.message({ chatType: 'whatsapp', chatId, text: 'Hello' })),
  )
  sandbox.faults.add({
    operation: 'wazzup-v2.sendMessage',
    fault: { kind: 'hang' },
    schedule: { seed, share: 0.08 },
  })
  const faults = playFaults({ counts, redis, crms, leaseMs, history, random })
  const stage = { history, urls, random }
  const streams = urls.map((_, index) => followPage({ history, urls, index }))

  let done = 0
  const advance = (): void => {
    done += 1
    const progress = done / (sends + deliveries)
    faults.advance(progress)
    onProgress(progress)
  }
  const [vendor, pages] = await Promise.all([
    playVendor({ stage, deliveries, chats, onAcknowledged: advance }),
    playPages({ stage, sends, pages: 8, onSent: advance }),
  ])
  await faults.end()
  await setTimeout(200) // For whatever comes too late.
  for (const stream of streams) stream.close()
  history.taken = [...database.taken]
  history.stored = await readStored({ database, chatIds: [...history.sent.keys()] })
  history.atVendor = await readSent(sandbox)
  const hangs = sandbox.faults.list()[0]?.hits ?? 0
  const seconds = (performance.now() - startedAt) / 1_000
  return {
    history,
    contradictions: pages.contradictions,
    webhookCalls: vendor.calls,
    sendCalls: pages.calls,
    hangs,
    seconds,
  }
}

function setUp({ history, random }: { history: History; random: () => number }): Promise<Processes> {
  return startProcesses({
    leaseMs,
    beforeDatabase: async () => {
      await setTimeout(random() * 4)
      if (random() < 0.01) throw new Error('It has failed.')
    },
    onStall: ({ processId, ms }) => {
      const until = performance.now()
      history.faults.push({ name: 'no processor', processId, from: until - ms, until })
    },
  })
}

/** Notes what a page is shown, each of its streams on its own. */
function followPage({
  history,
  urls,
  index,
}: {
  history: History
  urls: string[]
  index: number
}): ReturnType<typeof followStream> {
  let opened = 0
  return followStream({
    urls,
    first: index,
    onOpen: () => {
      opened += 1
    },
    onEvent: ({ name, data }) => {
      const shown = name === 'message' ? data.id : name === 'status' ? `${data.messageId} ${data.status}` : undefined
      if (typeof shown !== 'string') return
      history.shown.push({ name: shown, stream: `stream ${opened} of page ${index}`, at: performance.now() })
    },
  })
}

/** Each message as often as it is there, and a status that it has. */
async function readStored({ database, chatIds }: { database: DatabaseServer; chatIds: string[] }): Promise<string[]> {
  const pages = await Promise.all(
    chatIds.map((chatId) => database.conversations.page({ conversationId: `whatsapp~${chatId}`, limit: 1_000_000 })),
  )
  return pages.flatMap(({ messages }) => messages.flatMap(({ id, status }) => [id, `${id} ${status}`]))
}

/** The texts of pages as the vendor has them, each as often as it was sent. */
async function readSent(sandbox: Sandbox): Promise<string[]> {
  const lists = await Promise.all(
    recipients.map(async (chatId) => {
      const query = new URLSearchParams({ chatType: 'whatsapp', chatId })
      const headers = { 'x-sandbox-key': sandbox.apiKey }
      const response = await fetch(`${sandbox.url}/_sandbox/messages?${query}`, { headers })
      const { messages } = (await response.json()) as { messages: { text: string; direction: string }[] } // Ours.
      return messages.map(({ text }) => text).filter((text) => text.startsWith('send-'))
    }),
  )
  return lists.flat()
}
