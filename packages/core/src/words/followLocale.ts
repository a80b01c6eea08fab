import type { Clock } from '../clock.ts'
import type { OwnStore } from '../createStore.ts'
import { bringWords, type WordsArea } from './bringWords.ts'
import { toArea } from './toArea.ts'
import type { Words, WordsState } from './words.ts'

/** Parts of a client that bring its words. */
export interface WordsClient {
  words: OwnStore<WordsState>
  clock: Clock
  /** Ends it. */
  signal: AbortSignal
}

/** Parameters of {@link followLocale}. */
export interface FollowLocaleParameters {
  chat: WordsClient
  /** Language whose words are wanted, unless the client has others by now. */
  locale: string
}

/**
 * Puts the words of a language in place of its name, for as long as the client is open: of this language, and of each that its
 * store is given later. English words stand in for a language that takes too long or does not load, which is requested again.
 */
export function followLocale({ chat, locale }: FollowLocaleParameters): void {
  const { words, signal } = chat
  if (followed.has(chat) || signal.aborted) return
  followed.add(chat)
  let end = (): void => undefined
  let given: WordsState
  const follow = (state: WordsState): void => {
    if (given === state) return
    end()
    const set = (next: WordsState): void => {
      given = next
      words.setState(next)
    }
    if (typeof state === 'string') end = bringWords({ area: kitArea, clock: chat.clock, locale: state, onWords: set })
  }
  signal.addEventListener(
    'abort',
    words.subscribe(() => follow(words.getState())),
  )
  signal.addEventListener('abort', () => end())
  follow(words.getState() ?? locale)
}

const followed = new WeakSet<WordsClient>()

/** Of English, only what a badge needs before its code has come. */
const badgeEnglish: WordsState = { lang: 'en', dir: 'ltr', badge: { unknown: 'count unknown' } }

/** Words of badges, windows and panels. */
const kitArea: WordsArea<WordsState, Words> = toArea(badgeEnglish, {
  ru: () => import('../locales/ru.ts'),
  es: () => import('../locales/es.ts'),
  pt: () => import('../locales/pt.ts'),
  de: () => import('../locales/de.ts'),
  kk: () => import('../locales/kk.ts'),
  ar: () => import('../locales/ar.ts'),
})
