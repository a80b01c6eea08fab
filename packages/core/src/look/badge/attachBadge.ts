import type { WordsClient } from '../../words/followLocale.ts'
import { type AnnouncedBadge, joinAnnouncer } from './announcer.ts'

/** Parameters of {@link attachBadge}. */
export interface AttachBadgeParameters {
  /** The badge as it is drawn. */
  element: Element | null
  /** The client that counts. */
  chat: WordsClient & Pick<AnnouncedBadge, 'endpoint'>
}

/**
 * Brings the words of a badge, and has its changes read out, for as long as it is in the page. Returns a function that ends it.
 */
export function attachBadge({ element, chat }: AttachBadgeParameters): () => void {
  if (!element) return () => undefined
  // Imported from a module that windows share, this check would be one more file before the first paint.
  if (!getComputedStyle(element).getPropertyValue('--_line'))
    import('../withoutStyles.ts').then(
      ({ workWithoutStyles }) => workWithoutStyles(element),
      () => undefined,
    )
  const { endpoint, clock, words } = chat
  const leave = joinAnnouncer({ element, endpoint, clock })
  const unsubscribe = words.subscribe(() => followNamed(chat))
  followNamed(chat)
  return () => {
    unsubscribe()
    leave()
  }
}

/** The same as `startWords`, which windows use: shared with them, it would be one more file before the first paint. */
function followNamed(chat: WordsClient, locale = chat.words.getState()): void {
  const { words, clock, signal } = chat
  if (typeof locale !== 'string' || signal.aborted) return
  import('../../words/followLocale.ts').then(
    ({ followLocale }) => followLocale({ chat, locale }),
    () => {
      if (words.getState() === locale) words.setState(undefined)
      clock.after(retryMs, () => followNamed(chat, locale))
    },
  )
}

const retryMs = 5000
