import { describe, expect, test } from 'vitest'
import type { WordsArea } from '../src/words/bringWords.ts'

/** Parameters of {@link describeWords}. */
export interface DescribeWordsParameters<Words> {
  area: WordsArea<Words>
  /** Texts that are the same in English, by language. */
  sameAsEnglish?: Record<string, string[]>
  /** Paths that English has in its code, or that differ between languages. */
  isOwn?: (path: string) => boolean
}

/** Checks the words of a part of the kit: each language has all of them, in its own form of plural, script and direction. */
export function describeWords<Words extends { lang: string; dir: string }>({
  area: { loaded, languages },
  sameAsEnglish = {},
  isOwn = () => false,
}: DescribeWordsParameters<Words>): void {
  const english = loaded.en
  const pathsOf = (words: Words): string[] =>
    listTexts(words)
      .map(([path]) => path)
      .filter((path) => !isForm(words, path) && !isOwn(path))
      .sort()

  test('there are words in six languages beside English', () => {
    expect(Object.keys(languages).sort()).toEqual(['ar', 'de', 'es', 'kk', 'pt', 'ru'])
  })

  describe.each(Object.entries(languages))('%s', (name, load) => {
    test('has every word, none that nobody uses, and the same places in each', async () => {
      const words = await load()
      expect(pathsOf(words)).toEqual(pathsOf(english))
      const texts = new Map(listTexts(words))
      for (const path of pathsOf(english)) {
        const places = (text = ''): string[] => (text.match(/\{.*?\}/g) ?? []).sort()
        expect(places(texts.get(path)), path).toEqual(places(new Map(listTexts(english)).get(path)))
      }
    })

    test('has texts without spaces around them, in its script and direction, and sentences that end', async () => {
      const words = await load()
      expect(words.lang).toMatch(new RegExp(`^${name}\\b`))
      expect(words.dir).toBe(name === 'ar' ? 'rtl' : 'ltr')
      const texts = listTexts(words).filter(([path]) => path !== 'lang' && path !== 'dir')
      for (const [path, text] of texts) {
        expect(text, path).toBe(text.trim())
        expect(text, path).not.toMatch(/^$|\.\.\.| {2}|<|&\w+;/)
        expect(text, path).toMatch(scripts[name] ?? /\p{Script=Latin}/u)
      }
      const source = new Map(listTexts(english))
      const sentences = texts.filter(([path]) => /^(errors|failures)\./.test(path) || source.get(path)?.endsWith('.'))
      expect(sentences.filter(([, text]) => !text.endsWith('.'))).toEqual([])
    })

    test('has a phrase for each category of its plural', async () => {
      const words = await load()
      const rules = new Intl.PluralRules(words.lang)
      for (const [path, phrase] of listPlurals(words)) {
        expect(Object.keys(phrase).sort(), path).toEqual(rules.resolvedOptions().pluralCategories.sort())
        expect(phrase.other, path).toContain('{count}')
      }
    })

    test('has nothing left in English', async () => {
      const texts = new Map(listTexts(english))
      const same = listTexts(await load()).filter(([path, text]) => path !== 'dir' && texts.get(path) === text)
      expect(same.map(([path]) => path)).toEqual(sameAsEnglish[name] ?? [])
    })
  })
}

const scripts: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  kk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
}

/** Every text with its path, e.g. `errors.busy`. */
function listTexts(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' ? [[path + name, each] as [string, string]] : listTexts(each, `${path}${name}.`),
  )
}

function listPlurals(words: object): [path: string, phrase: { other: string }][] {
  return Object.entries(words).filter(([, value]) => typeof value === 'object' && 'other' in value)
}

function isForm(words: object, path: string): boolean {
  return listPlurals(words).some(([name]) => path.startsWith(`${name}.`))
}
