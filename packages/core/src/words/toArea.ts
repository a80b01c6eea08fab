import type { WordsArea } from './bringWords.ts'

/** Languages of the kit besides English. */
type Language = 'ru' | 'es' | 'pt' | 'de' | 'kk' | 'ar'

/** Files of an area: each exports the words of its language under the language's name. */
type WordFiles<Words> = { [Name in Language]: () => Promise<Record<Name, Words>> }

/**
 * Makes an area of its English words and of a file for every other language. Bundlers find the files by their `import()`, so each
 * area writes them out; one that forgets a language does not compile.
 */
export function toArea<English, Words extends English>(
  en: English,
  files: WordFiles<Words>,
): WordsArea<English, Words> {
  const names = Object.keys(files) as Language[] // Object.keys forgets the key type.
  const load = async (name: Language): Promise<Words> => (await (files as AnyFiles<Words>)[name]())[name]
  return { loaded: { en }, languages: Object.fromEntries(names.map((name) => [name, () => load(name)])) }
}

/** The same, without the tie between a file's name and its export. */
type AnyFiles<Words> = Record<Language, () => Promise<Record<Language, Words>>>
