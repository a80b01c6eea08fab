import type { WordsClient } from './followLocale.ts'

/**
 * Loads the code that puts the words of a language in place of its name. While it does not come, English ones stand in, and it
 * is requested again. Anything but a name is left alone.
 */
export function startWords(chat: WordsClient, locale = chat.words.getState()): void {
  const { words, clock, signal } = chat
  if (typeof locale !== 'string' || signal.aborted) return
  import('./followLocale.ts').then(
    ({ followLocale }) => followLocale({ chat, locale }),
    () => {
      if (words.getState() === locale) words.setState(undefined)
      clock.after(retryMs, () => startWords(chat, locale))
    },
  )
}

const retryMs = 5000
