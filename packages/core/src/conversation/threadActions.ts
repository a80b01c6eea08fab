import { toReason } from './changeActions.ts'
import type { ConversationMessage } from './conversationMessage.ts'
import type { ConversationSource, MessagePage, Outcome, PageRequest } from './conversationSource.ts'
import type { Loading, ReadyThread, Thread } from './conversationState.ts'
import type { ConversationStore } from './conversationStore.ts'
import { withStale, withSynced } from './freshness.ts'
import type { HeardAt } from './heardAt.ts'
import { toThread, withEarlier, withEnd, withLater } from './pages.ts'

/** Actions that load messages. None of them rejects: a failure is in the state. */
export interface ThreadActions {
  /** Shows the latest messages in place of others. */
  loadLatest: () => Promise<void>
  loadEarlier: () => Promise<void>
  loadLater: () => Promise<void>
  /** Scrolls to a message, and highlights a search in it. One that is far away is fetched with those around it. */
  openMessage: (message: ConversationMessage, query?: string) => Promise<void>
  /** Scrolls to the first message from a time on, Unix milliseconds, or to the end where there is none. */
  openTime: (time: number) => Promise<void>
  /** Reads the end again, with the messages that came while there was no connection: all, in the beginning. */
  refresh: () => Promise<void>
}

interface Parameters {
  store: ConversationStore
  source: ConversationSource
}

/** Creates the actions that load messages. */
export function createThreadActions({ store, source }: Parameters): ThreadActions {
  let latestJump = 0
  const getThread = (): Thread => store.getState().thread
  const getHeardAt = (): HeardAt => {
    const thread = getThread()
    return thread.status === 'ready' ? thread.heardAt : {}
  }
  const setThread = (thread: Thread): void => store.update((state) => ({ ...state, thread }))
  const change = (apply: (thread: ReadyThread) => ReadyThread): void =>
    store.update((state) => (state.thread.status === 'ready' ? { ...state, thread: apply(state.thread) } : state))

  /** A page that reaches the end is all that there is. */
  const noteEnd = ({ hasLater }: MessagePage): void => {
    if (!hasLater) store.update(withSynced)
  }

  async function fetchPage(request: PageRequest): Promise<Outcome<MessagePage>> {
    try {
      return await source.fetchPage(request)
    } catch (error) {
      return { ok: false, error: { message: error instanceof Error ? error.message : String(error) } }
    }
  }

  /** Shows a page in place of the messages. Of two that are on their way, the one that was asked for last counts. */
  async function jump(request: PageRequest): Promise<boolean> {
    latestJump += 1
    const own = latestJump
    if (getThread().status !== 'ready') setThread({ status: 'loading' })
    const outcome = await fetchPage(request)
    if (own !== latestJump) return false
    if (outcome.ok) {
      setThread(toThread(outcome.result, getHeardAt()))
      noteEnd(outcome.result)
    } else if (getThread().status === 'loading') setThread({ status: 'failed', ...toReason(outcome.error) })
    else {
      const problem = { reason: toReason(outcome.error), retry: () => void jump(request) }
      store.update((state) => ({ ...state, problem }))
    }
    return outcome.ok
  }

  /** Loads further messages in one direction, one request at a time. */
  async function extend(direction: 'earlier' | 'later'): Promise<void> {
    const thread = getThread()
    const edge = thread.status === 'ready' && thread.messages.at(direction === 'earlier' ? 0 : -1)
    if (thread.status !== 'ready' || thread[direction] === 'loading' || !edge) return
    const before = latestJump
    const mark = (loading: Loading): void => change((current) => ({ ...current, [direction]: loading }))
    mark('loading')
    const outcome = await fetchPage(direction === 'earlier' ? { before: edge } : { after: edge })
    if (before !== latestJump) return // Other messages are shown by now.
    if (!outcome.ok) return mark('failed')
    change((current) => (direction === 'earlier' ? withEarlier : withLater)(current, outcome.result))
    if (direction === 'later') noteEnd(outcome.result)
  }

  async function refresh(): Promise<void> {
    const thread = getThread()
    if (thread.status !== 'ready') return void (await jump({}))
    if (thread.hasLater) return store.update((state) => ({ ...state, stale: null })) // It is read when the user comes to it.
    const before = latestJump
    const known = new Set(thread.messages.map(({ id }) => id))
    const outcome = await fetchEnd(fetchPage, known)
    if (before !== latestJump) return
    if (!outcome.ok) return store.update((state) => withStale(state, toReason(outcome.error)))
    const shown = getThread()
    if (shown.status === 'ready' && shown.hasLater) return // A jump that was under way has ended: the end is not next to it.
    const end = outcome.result
    const isJoined = known.size === 0 || end.messages.some(({ id }) => known.has(id))
    change((current) =>
      isJoined ? withEnd(current, { ...end, hasEarlier: current.hasEarlier }) : toThread(end, current.heardAt),
    )
    noteEnd(end)
  }

  return {
    loadLatest: async () => void (await jump({})),
    loadEarlier: () => extend('earlier'),
    loadLater: () => extend('later'),
    refresh,
    async openTime(time) {
      store.update((state) => ({ ...state, target: null, problem: null }))
      if (!(await jump({ from: time }))) return
      const thread = getThread()
      if (thread.status !== 'ready') return
      const first = thread.messages.find(({ sentAt }) => sentAt >= time) ?? thread.messages.at(-1)
      if (first) store.update((state) => ({ ...state, target: { messageId: first.id, query: '' } }))
    },
    async openMessage(message, query = '') {
      const target = { messageId: message.id, query }
      const thread = getThread()
      const isLoaded = thread.status === 'ready' && thread.messages.some(({ id }) => id === message.id)
      store.update((state) => ({ ...state, target: isLoaded ? target : null, problem: null }))
      if (isLoaded || !(await jump({ around: message }))) return
      store.update((state) => ({ ...state, target }))
    },
  }
}

/** Most pages that are fetched to fill a gap. A longer one is left out: the thread starts anew at its end. */
const mostGapPages = 8

/** Fetches the end of the conversation, back to a known message. */
async function fetchEnd(
  fetchPage: (request: PageRequest) => Promise<Outcome<MessagePage>>,
  known: ReadonlySet<string>,
): Promise<Outcome<MessagePage>> {
  const latest = await fetchPage({})
  if (!latest.ok) return latest
  let page = latest.result
  for (let count = 1; count < mostGapPages; count += 1) {
    const [first] = page.messages
    if (!first || !page.hasEarlier || page.messages.some(({ id }) => known.has(id))) break
    const outcome = await fetchPage({ before: first })
    if (!outcome.ok) break
    const { messages, hasEarlier } = outcome.result
    page = { ...page, messages: [...messages, ...page.messages], hasEarlier }
  }
  return { ok: true, result: page }
}
