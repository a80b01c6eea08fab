import type { Clock } from '../clock.ts'
import type { ConversationSource } from './conversationSource.ts'
import type { Search } from './conversationState.ts'
import type { ConversationStore } from './conversationStore.ts'

/** Actions that search the messages. */
export interface SearchActions {
  /** Searches for a text, once the user has stopped typing. A single letter would match nearly every message. */
  search: (text: string) => void
}

const fewestLetters = 2
const debounceMs = 150

/** Creates the actions that search the messages. */
export function createSearchActions({
  store,
  source,
  clock,
}: {
  store: ConversationStore
  source: ConversationSource
  clock: Clock
}): SearchActions {
  let stop = (): void => undefined
  let latest = 0
  const set = (part: Partial<Search>): void =>
    store.update((state) => ({ ...state, search: { ...state.search, ...part } }))

  async function run(text: string, own: number): Promise<void> {
    const outcome = await source.search?.(text).catch(() => undefined)
    if (own !== latest) return
    if (outcome?.ok) set({ status: 'ready', ...outcome.result })
    else set({ status: 'failed', messages: [], hasMore: false })
  }

  return {
    search(text) {
      stop()
      latest += 1
      const own = latest
      const wanted = text.trim()
      if (wanted.length < fewestLetters) return set({ status: 'idle', text, messages: [], hasMore: false })
      set({ status: 'loading', text })
      stop = clock.after(debounceMs, () => void run(wanted, own))
    },
  }
}
