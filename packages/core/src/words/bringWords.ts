import type { Clock } from '../clock.ts'

/** Words of a part of the kit: English ones, which are in its code, and a file for each other language, loaded when it is wanted. */
export interface WordsArea<Words, Loaded extends Words = Words> {
  /** Words that are there, by language. */
  loaded: { en: Words } & Record<string, Words>
  /** Loads the words of a language, by the first part of its tag. */
  languages: Readonly<Record<string, () => Promise<Loaded>>>
}

/** Parameters of {@link bringWords}. */
export interface BringWordsParameters<Words> {
  area: WordsArea<Words>
  clock: Clock
  /** A language, or `auto` for the page's. */
  locale: string
  /** Called with the words of the language, at once where they are there, and with those of each that follows it. */
  onWords: (words: Words) => void
}

/**
 * Brings the words of one language, and of the page's one whenever that changes. English ones stand in for a language that takes
 * too long or does not load, which is requested again. Returns a function that ends it.
 */
export function bringWords<Words>({ area, clock, locale, onWords }: BringWordsParameters<Words>): () => void {
  const { loaded, languages } = area
  const ending = new AbortController()
  const { signal } = ending
  const wait = (ms: number, callback: () => void): void => signal.addEventListener('abort', clock.after(ms, callback))
  let isMissing = true
  const set = (words: Words): void => {
    isMissing = false
    onWords(words)
  }
  const standIn = (): void => {
    if (isMissing) set(loaded.en)
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
    const tags = locale === 'auto' ? [document.documentElement.lang, ...navigator.languages] : [locale]
    const language = findLanguage(tags, languages)
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

/** Returns the first language of a list that there are words in. */
export function findLanguage(tags: readonly string[], languages: object): string {
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
