import { type ChatContact, OperationError } from '@crm-chat/proxy'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { pause } from '../timers.ts'
import { createContactSync } from './createContactSync.ts'

const maria: ChatContact = { id: 'maria', name: 'Maria', chats: [] }
const jonas: ChatContact = { id: 'jonas', name: 'Jonas', chats: [] }
const away = new OperationError({ code: 'upstream_unavailable', message: 'away' })

/** Starts a sync whose saves fail with these errors, in order; null and every later save succeed. */
function startSync(outcomes: (Error | 'rejected' | null)[], delayMs = 1) {
  const saved: string[][] = []
  const lines: string[] = []
  const log = (_: object, message: string) => lines.push(message)
  const delays: number[] = []
  const sync = createContactSync({
    save: async (items) => {
      const contacts: ChatContact[] = []
      for await (const contact of items) contacts.push(contact)
      saved.push(contacts.map(({ name }) => name))
      const outcome = outcomes.shift()
      if (outcome instanceof Error) throw outcome
      const rejectedCount = outcome === 'rejected' ? 1 : 0
      return { saved: contacts.length - rejectedCount, done: contacts.length, rejected: [], rejectedCount }
    },
    logger: { info: log, warn: log, error: log },
    retryDelayMs: (attempt) => {
      delays.push(attempt)
      return delayMs
    },
  })
  onTestFinished(sync.close)
  return { sync, saved, lines, delays }
}

it('retries until the vendor accepts the contacts', async () => {
  const { sync, saved, delays, lines } = startSync([away, away, null])
  sync.add([maria])
  await eventually(() => expect(lines.at(-1)).toMatch(/contacts saved/))
  expect(saved).toEqual([['Maria'], ['Maria'], ['Maria']])
  expect(delays).toEqual([0, 1])
})

it('includes contacts added meanwhile, each in its latest version', async () => {
  const { sync, saved, lines } = startSync([away, null])
  sync.add([maria])
  sync.add([{ ...maria, name: 'Maria L.' }, jonas])
  await eventually(() => expect(lines.at(-1)).toMatch(/contacts saved/))
  expect(saved).toEqual([['Maria'], ['Maria L.', 'Jonas']])
})

it('skips contacts the vendor rejects, and continues with the next', async () => {
  const { sync, saved, lines } = startSync(['rejected'])
  sync.add([maria])
  await eventually(() => expect(lines).toEqual([expect.stringMatching(/rejected/), expect.stringMatching(/saved/)]))
  sync.add([jonas])
  await eventually(() => expect(lines).toHaveLength(3))
  expect(saved).toEqual([['Maria'], ['Jonas']])
})

it.each([30 * 24 * 3_600_000, Number.POSITIVE_INFINITY])('waits %d ms, and does not retry at once', async (delayMs) => {
  const { sync, saved, lines } = startSync([away, away], delayMs)
  sync.add([maria])
  await eventually(() => expect(lines).toHaveLength(1))
  await pause({ ms: 50, signal: new AbortController().signal }) // A timer that overflows fires after 1 ms.
  expect(saved).toEqual([['Maria']])
})

it('stops when it is closed', async () => {
  const { sync, saved, lines } = startSync([away], 60_000)
  sync.add([maria])
  await eventually(() => expect(lines).toHaveLength(1))
  sync.close()
  sync.add([jonas])
  expect(saved).toEqual([['Maria']])
})
