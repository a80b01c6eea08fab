import type { ChatClient, LiveEvent } from '@crm-chat/core'
import type { QueryClient } from '@tanstack/react-query'
import { chatKey } from './chatKey.ts'

/** Parameters of {@link joinInvalidation}. */
export interface InvalidationParameters {
  chat: ChatClient
  queryClient: QueryClient
}

/** Subscription of one cache to the live events of one client. */
interface Invalidation {
  members: number
  end: () => void
}

const running = new WeakMap<QueryClient, WeakMap<ChatClient, Invalidation>>()

/**
 * Invalidates what live events have changed, with one subscription for all callers. Returns a function that leaves; the last one to
 * leave ends the subscription.
 */
export function joinInvalidation(parameters: InvalidationParameters): () => void {
  const { chat, queryClient } = parameters
  const ofCache = running.get(queryClient) ?? new WeakMap<ChatClient, Invalidation>()
  running.set(queryClient, ofCache)
  const invalidation = ofCache.get(chat) ?? { members: 0, end: watchEvents(parameters) }
  ofCache.set(chat, invalidation)
  invalidation.members += 1
  let isMember = true
  return () => {
    if (!isMember) return
    isMember = false
    invalidation.members -= 1
    if (invalidation.members > 0) return
    ofCache.delete(chat)
    invalidation.end()
  }
}

/** Kinds of data that an event changes. Templates belong to channels. */
const changedBy: Record<string, string[]> = { channel: ['channels', 'templates'], export: ['exports'] }

function watchEvents({ chat, queryClient }: InvalidationParameters): () => void {
  const cache = queryClient.getQueryCache()
  const older = cache.findAll({ queryKey: chatKey(chat), predicate: ({ state }) => state.data !== undefined })
  const oldCounts = new Map(older.map(({ queryHash, state }) => [queryHash, state.dataUpdateCount]))
  let isFirstStream = true
  const pending = new Set<string>()

  function invalidate(): void {
    const kinds = [...pending]
    pending.clear()
    for (const kind of kinds) queryClient.invalidateQueries({ queryKey: [...chatKey(chat), kind] })
  }

  /** Events before a new stream may be missing. Data that has been loaded while the first one began is new enough. */
  function handleStream(): void {
    const isFirst = isFirstStream
    isFirstStream = false
    queryClient.invalidateQueries({
      queryKey: chatKey(chat),
      predicate: ({ queryHash, state }) => !isFirst || oldCounts.get(queryHash) === state.dataUpdateCount,
    })
  }

  function handleEvent(event: LiveEvent | undefined): void {
    if (event?.name === 'session') handleStream()
    const kinds = changedBy[event?.name ?? ''] ?? []
    if (kinds.length === 0) return
    if (pending.size === 0) queueMicrotask(invalidate) // A vendor tells of all of its channels at once.
    for (const kind of kinds) pending.add(kind)
  }

  const stopListening = chat.events.subscribe(handleEvent)
  const stopConnection = chat.unanswered.subscribe(() => undefined) // Events come with the number.
  return () => {
    stopListening()
    stopConnection()
  }
}
