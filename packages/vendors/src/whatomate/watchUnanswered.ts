import type { WatchUnansweredParameters } from '../unanswered/unansweredValue.ts'
import type { WhatomateClient } from './client.ts'
import { createUnansweredWatch, type UnansweredWatch } from './unansweredWatch.ts'

const watches = new WeakMap<WhatomateClient, UnansweredWatch>()

/**
 * Watches how many chats wait for an answer. This server knows no such thing, only what is unread, so it is derived: a
 * chat waits when its last message, reactions aside, is the customer's and not older than the client's
 * `unansweredWindowMs`. Red are the chats assigned to `userId` (the server's id of a user) or to nobody; where there are
 * none, the ones assigned to others are counted, in grey. Nothing is marked as read by it.
 *
 * However many watch with one client, it holds one live socket. The first value comes when all chats have been read.
 * @returns a function that ends the watch.
 */
export function watchUnanswered(client: WhatomateClient, parameters: WatchUnansweredParameters): () => void {
  const watch = watches.get(client) ?? createUnansweredWatch(client)
  watches.set(client, watch)
  return watch.join(parameters)
}
