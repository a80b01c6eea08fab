import type { WatchUnansweredParameters } from '../unanswered/unansweredValue.ts'
import type { WhatomateClient } from './client.ts'
import { createWatchers } from './createWatchers.ts'
import { followChats } from './followChats.ts'
import { createUnansweredChats } from './unansweredChats.ts'

const watches = new WeakMap<WhatomateClient, UnansweredWatch>()

/**
 * Watches how many chats wait for a reply. This server only knows unread messages, so the count is derived: a
 * chat waits if its last message, reactions aside, is the customer's and not older than the client's
 * `unansweredWindowMs`. Red are the chats assigned to `userId` (the server's id of a user) or to nobody; where there are
 * none, the ones assigned to others are counted, in grey. Nothing is marked as read by it.
 *
 * All watches of one client share one live socket. The first value comes after all chats have been read.
 * @returns a function that ends the watch.
 */
export function watchUnanswered(client: WhatomateClient, parameters: WatchUnansweredParameters): () => void {
  const watch = watches.get(client) ?? createUnansweredWatch(client)
  watches.set(client, watch)
  return watch.join(parameters)
}

/** One socket and one list of conversations, shared by all watchers of a client. */
interface UnansweredWatch {
  join: (watcher: WatchUnansweredParameters) => () => void
}

/** Watches from the first watcher to the last. */
function createUnansweredWatch(client: WhatomateClient): UnansweredWatch {
  const chats = createUnansweredChats({ windowMs: client.unansweredWindowMs })
  const watchers = createWatchers((userId) => chats.countFor({ userId, now: client.http.clock.now() }))
  let upToDate = false
  let stop: (() => void) | undefined

  function start(): () => void {
    const end = followChats({
      client,
      chats,
      onChange() {
        if (upToDate) watchers.update()
      },
      onUpToDate() {
        if (upToDate) return watchers.update()
        upToDate = true
        watchers.catchUp()
      },
      onOutage(outage, details) {
        upToDate = false
        watchers.fail(outage, details)
      },
    })
    return () => {
      upToDate = false
      end()
    }
  }

  return {
    join(parameters) {
      const leave = watchers.add(parameters, { upToDate: () => upToDate })
      stop ??= start()
      return () => {
        leave()
        if (!watchers.isEmpty()) return
        stop?.()
        stop = undefined
      }
    },
  }
}
