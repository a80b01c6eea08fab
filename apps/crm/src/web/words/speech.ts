import { create } from 'zustand'
import { en, type Words } from './en.ts'
import { createFormats, type Formats } from './formats.ts'
import { type Language, languages, storeLanguage } from './languages.ts'

/** The language of the pages, with its words and formats. */
export interface Speech {
  language: Language
  words: Words
  formats: Formats
}

/** The language that all pages speak. */
export const useSpeech = create<Speech>(() => ({
  language: 'en',
  words: en,
  formats: createFormats(languages.en.tag),
}))

/** Shows the pages in a language. Its words are one file, which is loaded when it is needed, unless it is English. */
export async function speak(language: Language): Promise<void> {
  const words = await loaders[language]()
  const { tag, dir } = languages[language]
  document.documentElement.lang = language
  document.documentElement.dir = dir
  useSpeech.setState({ language, words, formats: createFormats(tag) })
}

/** Shows the pages in a language and remembers it. */
export async function chooseLanguage(language: Language): Promise<void> {
  storeLanguage(language)
  await speak(language)
}

/** The words of the page's language. */
export function useWords(): Words {
  return useSpeech((speech) => speech.words)
}

/** The formats of the page's language. */
export function useFormats(): Formats {
  return useSpeech((speech) => speech.formats)
}

const loaders: Record<Language, () => Promise<Words>> = {
  en: async () => en,
  ru: async () => (await import('./ru.ts')).ru,
  ar: async () => (await import('./ar.ts')).ar,
}
