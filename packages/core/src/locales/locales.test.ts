import { readdirSync } from 'node:fs'
import { errorStatuses } from '@crm-chat/protocol/wire/errorCodes'
import { describe, expect, test } from 'vitest'
import { toBadgeView } from '../look/badge/badgeView.ts'
import type { Words } from '../words/words.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { kk } from './kk.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'

const languages: Record<string, Words> = { ar, de, en, es, kk, pt, ru }
const translations = Object.entries(languages).filter(([name]) => name !== 'en')

/** Every text with its path, e.g. `errors.busy`. */
function listTexts(value: object, path = ''): [path: string, text: string][] {
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' ? [[path + name, each] as [string, string]] : listTexts(each, `${path}${name}.`),
  )
}

const isForm = (path: string): boolean => path.startsWith('unanswered.')
const isSetting = (path: string): boolean => path === 'lang' || path === 'dir'
const pathsOf = (words: Words): string[] =>
  listTexts(words)
    .map(([path]) => path)
    .filter((path) => !isForm(path))
    .sort()

/** Texts that are the same in English, e.g. loanwords. */
const sameAsEnglish: Record<string, string[]> = {
  de: ['chat', 'chats'],
  es: ['chat', 'chats'],
}

test('each file is a language of the table above', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.includes('.test.'))
  expect(files.sort()).toEqual(Object.keys(languages).map((name) => `${name}.ts`))
})

describe.each(Object.entries(languages))('%s', (name, words) => {
  test('has every word, none that nobody uses, and a sentence for every error code of the proxy', () => {
    expect(pathsOf(words)).toEqual(pathsOf(en))
    expect(Object.keys(words.errors)).toEqual(expect.arrayContaining(Object.keys(errorStatuses)))
    expect(new Set(Object.values(words.errors)).size).toBeGreaterThan(20)
  })

  test('has texts that are neither empty nor have spaces around them, and sentences that end', () => {
    for (const [path, text] of listTexts(words)) {
      if (path === 'comma') continue
      expect(text, path).toBe(text.trim())
      expect(text, path).not.toBe('')
      expect(text, path).not.toMatch(/\.\.\.| {2}|<|&\w+;/)
      if (path.startsWith('errors.')) expect(text, path).toMatch(/\.$/)
    }
  })

  test('has placeholders that are filled in, and no others', () => {
    for (const [path, text] of listTexts(words)) {
      expect(text.match(/\{.*?\}/g) ?? [], path).toEqual(isForm(path) && text.includes('{') ? ['{count}'] : [])
    }
    expect(words.unanswered.other).toContain('{count}')
  })

  test('has a phrase for each category of its plural, with the number unless there is only one', () => {
    const rules = new Intl.PluralRules(words.lang)
    expect(Object.keys(words.unanswered).sort()).toEqual(categoriesOf(rules, words))
    for (let count = 0; count < 130; count += 1) {
      const form = words.unanswered[rules.select(count)] ?? ''
      if (!form.includes('{count}')) expect(countsOf(rules, count)).toEqual([count])
    }
  })

  test('is written in the direction and the script that it names', () => {
    const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text)
    const texts = listTexts(words).filter(([path]) => !isSetting(path) && path !== 'comma')
    expect(texts.filter(([, text]) => isArabic(text) !== (words.dir === 'rtl'))).toEqual([])
    const isCyrillic = ['ru', 'kk'].includes(name)
    expect(texts.filter(([, text]) => /\p{Script=Cyrillic}/u.test(text) !== isCyrillic)).toEqual([])
    expect(Intl.getCanonicalLocales(words.lang)).toEqual([words.lang])
    expect(words.lang).toMatch(new RegExp(`^${name}\\b`))
  })
})

test.each(translations)('%s: nothing is left in English', (name, words) => {
  const english = new Map(listTexts(en))
  const same = listTexts(words).filter(
    ([path, text]) => path !== 'comma' && !isSetting(path) && english.get(path) === text,
  )
  expect(same.map(([path]) => path)).toEqual(sameAsEnglish[name] ?? [])
})

test.each([
  ['en', 1, '1 unanswered'],
  ['en', 1234, '1,234 unanswered'],
  ['ru', 1, '1 неотвеченное сообщение'],
  ['ru', 3, '3 неотвеченных сообщения'],
  ['ru', 11, '11 неотвеченных сообщений'],
  ['ru', 21, '21 неотвеченное сообщение'],
  ['ar', 1, 'رسالة واحدة بلا رد'],
  ['ar', 2, 'رسالتان بلا رد'],
  ['ar', 7, '7 رسائل بلا رد'],
  ['ar', 11, '11 رسالة بلا رد'],
  ['ar', 1234, '1,234 رسالة بلا رد'],
  ['de', 1, '1 unbeantwortete Nachricht'],
  ['de', 1234, '1.234 unbeantwortete Nachrichten'],
  ['es', 1_000_000, '1.000.000 de mensajes sin responder'],
  ['pt', 0, '0 mensagem sem resposta'],
  ['kk', 5, '5 жауапсыз хабарлама'],
])('%s says %i as "%s"', (name, count, phrase) => {
  const state = { status: 'live', count, tone: 'red', at: '2026-01-02T03:04:05.000Z' } as const
  const view = toBadgeView({ state, max: 1e9, words: languages[name] })
  expect(view).toMatchObject({ 'aria-label': phrase, title: phrase, lang: languages[name]?.lang })
  expect(view?.text).toMatch(/^[\d,.]+$/)
})

test('an outdated number is followed by a comma of its language', () => {
  const state = { status: 'stale', count: 7, tone: 'red', at: '2026-01-02T03:04:05.000Z' } as const
  expect(toBadgeView({ state, words: ar })?.title).toBe('7 رسائل بلا رد، غير محدَّث')
})

/** Categories that whole numbers can have, or that a language has beside `other`. */
function categoriesOf(rules: Intl.PluralRules, words: Words): string[] {
  expect(words.unanswered.other).toBeDefined()
  return rules.resolvedOptions().pluralCategories.sort()
}

/** Numbers up to 200 in the same category. */
function countsOf(rules: Intl.PluralRules, count: number): number[] {
  return Array.from({ length: 200 }, (_, each) => each).filter((each) => rules.select(each) === rules.select(count))
}
