import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ConversationStore } from '../../src/conversations/conversationStore.ts'
import { memoryConversations } from '../../src/conversations/memoryConversations.ts'
import { startServer } from '../startServer.ts'
import type { Taken } from './openDatabase.ts'

/** The database of a CRM: a server of its own, which outlives the CRM's processes. */
export interface DatabaseServer {
  url: string
  conversations: ConversationStore
  /** Events in the order in which it was told that the CRM had been handed them. */
  taken: (Taken & { at: number })[]
  close: () => Promise<void>
}

/** Starts a {@link DatabaseServer}. `before` is called with each call first: it may take its time, or throw. */
export async function startDatabase({
  before,
}: {
  before: (call: { path: string; body: unknown }) => Promise<void>
}): Promise<DatabaseServer> {
  const conversations = memoryConversations({ maxMessages: 1_000_000 })
  const taken: DatabaseServer['taken'] = []

  async function handle(request: IncomingMessage): Promise<unknown> {
    const body = JSON.parse(await text(request))
    await before({ path: request.url ?? '', body })
    if (request.url === '/append') return conversations.append(body)
    taken.push({ ...body, at: performance.now() })
    return {}
  }

  const { url, close } = await startServer((request, response) => {
    handle(request).then(
      (result) => response.end(JSON.stringify(result)),
      () => response.writeHead(500).end(),
    )
  })
  return { url, conversations, taken, close }
}
