import type { Clock } from '../clock.ts'
import type { OwnStore } from '../createStore.ts'
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
    if (typeof state === 'string') end = bringWords({ chat, locale: state, set })
  }
  signal.addEventListener(
    'abort',
    words.subscribe(() => follow(words.getState())),
  )
  signal.addEventListener('abort', () => end())
  follow(words.getState() ?? locale)
}

const followed = new WeakSet<WordsClient>()

interface BringWordsParameters {
  chat: WordsClient
  locale: string
  set: (words: WordsState) => void
}

/** Brings the words of one language, and of the page's one whenever that changes. Returns a function that ends it. */
function bringWords({ chat: { words, clock }, locale, set }: BringWordsParameters): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const wait = (ms: number, callback: () => void): void => signal.addEventListener('abort', clock.after(ms, callback))
  const standIn = (): void => {
    if (typeof words.getState() === 'string') set(loaded.en)
  }
  let current: string | undefined
  const load = (language: string, attempt = 0): void => {
    const isWanted = (): boolean => current === language && !signal.aborted
    languages[language]?.().then(
      (found) => {
        loaded[language] = found
        if (isWanted()) set(found)
      },
      () => {
        if (!isWanted()) return
        standIn()
        warn(language)
        wait(Math.min(retryMs * 2 ** attempt, longestRetryMs), () => {
          if (isWanted()) load(language, attempt + 1)
        })
      },
    )
  }
  const follow = (): void => {
    const language = findLanguage(
      locale === 'auto' ? [document.documentElement.lang, ...navigator.languages] : [locale],
    )
    if (language === current) return
    current = language
    const found = loaded[language]
    if (found) set(found)
    else load(language)
  }
  wait(patienceMs, standIn)
  follow()
  if (locale === 'auto') {
    const observer = new MutationObserver(follow)
    observer.observe(document.documentElement, { attributeFilter: ['lang'] })
    addEventListener('languagechange', follow, { signal })
    signal.addEventListener('abort', () => observer.disconnect())
  }
  return () => ending.abort()
}

/** Words by language. Of English, only what a badge needs before its code has come: the others are in the code that shows them. */
const loaded: Record<string, WordsState> = { en: { lang: 'en', dir: 'ltr', badge: { unknown: 'count unknown' } } }

const languages: Record<string, () => Promise<Words>> = {
  ru: async () => (await import('../locales/ru.ts')).ru,
  es: async () => (await import('../locales/es.ts')).es,
  pt: async () => (await import('../locales/pt.ts')).pt,
  de: async () => (await import('../locales/de.ts')).de,
  kk: async () => (await import('../locales/kk.ts')).kk,
  ar: async () => (await import('../locales/ar.ts')).ar,
}

/** Returns the first language of a list that there are words in. */
function findLanguage(tags: readonly string[]): string {
  const names = tags.map((tag) => tag.toLowerCase().split(/[-_]/, 1)[0] ?? '')
  return names.find((name) => name === 'en' || Object.hasOwn(languages, name)) ?? 'en'
}

const warned = new Set<string>()

function warn(language: string): void {
  if (warned.has(language)) return
  warned.add(language)
  // biome-ignore lint/suspicious/noConsole: nobody else learns of it.
  console.warn(`The words of the chat components did not load in "${language}". English ones are shown until they do.`)
}

/** Time for which nothing is said while a language is on its way. */
const patienceMs = 2000
const retryMs = 5000
const longestRetryMs = 300_000
