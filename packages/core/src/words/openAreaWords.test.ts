import { expect, test, vi } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { waitFor } from '../../test/waitFor.ts'
import { createStore } from '../createStore.ts'
import type { WordsArea } from './bringWords.ts'
import { openAreaWords } from './openAreaWords.ts'
import type { WordsState } from './words.ts'

interface Greeting {
  hello: string
}

/** An area in English, Russian, Arabic and German, of which German fails once. */
function createArea() {
  const requested: string[] = []
  const waiting: [language: string, resolve: (greeting: Greeting) => void][] = []
  const load = (language: string) => async (): Promise<Greeting> => {
    requested.push(language)
    if (language !== 'de') return new Promise((resolve) => waiting.push([language, resolve]))
    if (requested.filter((name) => name === 'de').length === 1) throw new Error('The network is down.')
    return { hello: 'Hallo' }
  }
  const arrive = (language: string, hello: string): void => {
    for (const [name, resolve] of waiting) if (name === language) resolve({ hello })
  }
  const area: WordsArea<Greeting> = {
    loaded: { en: { hello: 'Hello' } },
    languages: { ru: load('ru'), ar: load('ar'), de: load('de') },
  }
  return { area, requested, arrive }
}

function open(locale: WordsState) {
  const clock = createTestClock()
  const words = createStore<WordsState>(locale)
  const { area, requested, arrive } = createArea()
  const store = openAreaWords({ chat: { words, clock }, area })
  const said: (string | undefined)[] = [store.getState()?.hello]
  const stop = store.subscribe((state) => said.push(state?.hello))
  return { clock, words, area, requested, arrive, store, said, stop }
}

test('says nothing until the language has come, and asks for it once', async () => {
  const { words, requested, arrive, store, said } = open('ru-RU')
  expect(store.getState()).toBeUndefined()
  words.setState({ lang: 'ru', dir: 'ltr' }) // The other words of the kit have come.
  arrive('ru', 'Привет')
  await waitFor(() => expect(store.getState()).toEqual({ hello: 'Привет' }))
  expect(new Set(requested)).toEqual(new Set(['ru']))
  expect(said).not.toContain('Hello')
  expect(store.getInitialState()).toBeUndefined()
})

test('English is there at once: without a language, for itself, and for one without words', () => {
  for (const locale of [undefined, 'en', 'en-GB', 'fr', 'constructor', { lang: 'en-US' }] satisfies WordsState[]) {
    const { store, requested } = open(locale)
    expect(store.getState(), String(locale)).toEqual({ hello: 'Hello' })
    expect(store.getInitialState()).toEqual({ hello: 'Hello' })
    expect(requested).toEqual([])
  }
})

test('the words before it stay while another language is on its way', async () => {
  const { words, arrive, store, said } = open('ru')
  arrive('ru', 'Привет')
  await waitFor(() => expect(store.getState()?.hello).toBe('Привет'))
  words.setState('ar')
  expect(store.getState()?.hello).toBe('Привет')
  arrive('ar', 'مرحبا')
  await waitFor(() => expect(store.getState()?.hello).toBe('مرحبا'))
  words.setState('ru')
  expect(store.getState()?.hello).toBe('Привет')
  expect(said).not.toContain('Hello')
})

test('English stands in for a language that takes too long, and for one that fails until it has come', async () => {
  const slow = open('ru')
  await slow.clock.advance(1_999)
  expect(slow.store.getState()).toBeUndefined()
  await slow.clock.advance(1)
  expect(slow.store.getState()?.hello).toBe('Hello')
  slow.arrive('ru', 'Привет')
  await waitFor(() => expect(slow.store.getState()?.hello).toBe('Привет'))
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const failing = open('de')
  await waitFor(() => expect(failing.store.getState()?.hello).toBe('Hello'))
  await failing.clock.advance(5_000)
  await waitFor(() => expect(failing.store.getState()?.hello).toBe('Hallo'))
  expect(failing.requested).toEqual(['de', 'de'])
})

test('follows nothing without subscribers, and has at once what has come before', async () => {
  const { words, clock, area, arrive, store, requested, stop } = open('ru')
  arrive('ru', 'Привет')
  await waitFor(() => expect(store.getState()?.hello).toBe('Привет'))
  stop()
  words.setState('ar')
  expect(requested).not.toContain('ar')
  const next = openAreaWords({ chat: { words: createStore<WordsState>('ru'), clock }, area })
  expect(next.getState()?.hello).toBe('Привет')
  expect(next.getInitialState()).toBeUndefined() // A server has no words yet, and the first render is as on a server.
})
