import { createStore, type Store } from '../createStore.ts'
import { bringWords, findLanguage, type WordsArea } from './bringWords.ts'
import type { WordsClient } from './followLocale.ts'
import type { WordsState } from './words.ts'

/** Parameters of {@link openAreaWords}. */
export interface OpenAreaWordsParameters<Words> {
  chat: Pick<WordsClient, 'words' | 'clock'>
  area: WordsArea<Words>
}

/**
 * Opens the words of a part of the kit in the language of a client: undefined while the first language is on its way, and those
 * before it while another one is. It follows the client for as long as it has subscribers.
 */
export function openAreaWords<Words>({ chat, area }: OpenAreaWordsParameters<Words>): Store<Words | undefined> {
  const { words, clock } = chat
  let count = 0
  let wanted: string | undefined
  let stop = (): void => undefined
  let end = (): void => undefined
  const follow = (): void => {
    const locale = toLocale(words.getState())
    if (locale === wanted) return
    end()
    wanted = locale
    end = bringWords({ area, clock, locale, onWords: store.setState })
  }
  const locale = toLocale(words.getState())
  const language = locale === 'auto' ? '' : findLanguage([locale], area.languages)
  const store = createStore(language === 'en' ? area.loaded.en : undefined, (next, isMore) => {
    count = next
    if (isMore && count === 1) {
      stop = words.subscribe(follow)
      follow()
    }
    if (count > 0) return
    stop()
    end()
    wanted = undefined
  })
  store.setState(area.loaded[language])
  return store
}

function toLocale(state: WordsState): string {
  return (typeof state === 'string' ? state : state?.lang) ?? 'en'
}
