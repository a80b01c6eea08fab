import type { RunningTabBadge, TabBadgeOptions } from './tabBadge.ts'

/**
 * Shows the number of messages without a reply outside of the page, and calls for the user when it rises. Its code is loaded
 * when it starts, and requested again if it does not come. Returns a function that ends it.
 */
export function startTabBadge(options: TabBadgeOptions): () => void {
  const { chat, sound, notification, label, words = chat.words } = options
  const ending = new AbortController()
  const { signal } = ending
  const toPhrase = (): string => {
    const parameters = { state: chat.unanswered.getState(), label, words: words.getState() }
    return chat.unanswered.badge?.toBadgeView(parameters)?.title ?? ''
  }
  const start = async (load: LoadPart): Promise<void> => {
    const run = await load().catch(() => undefined)
    if (signal.aborted) return
    if (run) run({ ...options, words, toPhrase, signal })
    else
      signal.addEventListener(
        'abort',
        chat.clock.after(retryMs, () => start(load)),
      )
  }
  void start(async () => (await import('./markTab.ts')).markTab)
  if (sound || notification) void start(async () => (await import('./callUser.ts')).callUser)
  return () => ending.abort()
}

type LoadPart = () => Promise<(badge: RunningTabBadge) => void>

const retryMs = 5000
