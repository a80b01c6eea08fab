import { type ChatContact, OperationError } from '@crm-chat/proxy'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { createContactSync } from './createContactSync.ts'

const maria: ChatContact = { id: 'maria', name: 'Maria', chats: [] }
const jonas: ChatContact = { id: 'jonas', name: 'Jonas', chats: [] }
const away = new OperationError({ code: 'upstream_unavailable', message: 'away' })

/** A vendor that answers as told, in order, and then well. */
function startSync(answers: (Error | null)[], delayMs = 1) {
  const saved: string[][] = []
  const lines: string[] = []
  const log = (_: object, message: string) => lines.push(message)
  const delays: number[] = []
  const sync = createContactSync({
    save: async (contacts) => {
      saved.push(contacts.map(({ name }) => name))
      const answer = answers.shift()
      if (answer) throw answer
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

it('tries again until the vendor has taken them', async () => {
  const { sync, saved, delays, lines } = startSync([away, away, null])
  sync.add([maria])
  await eventually(() => expect(lines.at(-1)).toMatch(/knows who is responsible/))
  expect(saved).toEqual([['Maria'], ['Maria'], ['Maria']])
  expect(delays).toEqual([0, 1])
})

it('adds what comes meanwhile, with the latest word on each', async () => {
  const { sync, saved, lines } = startSync([away, null])
  sync.add([maria])
  sync.add([{ ...maria, name: 'Maria L.' }, jonas])
  await eventually(() => expect(lines.at(-1)).toMatch(/knows who is responsible/))
  expect(saved).toEqual([['Maria'], ['Maria L.', 'Jonas']])
})

it('leaves out what the vendor refuses, and goes on with the next', async () => {
  const { sync, saved, lines } = startSync([new OperationError({ code: 'upstream_refused', message: 'no' })])
  sync.add([maria])
  await eventually(() => expect(lines.at(-1)).toMatch(/refuses/))
  sync.add([jonas])
  await eventually(() => expect(lines.at(-1)).toMatch(/knows who is responsible/))
  expect(saved).toEqual([['Maria'], ['Jonas']])
})

it('ends with the server', async () => {
  const { sync, saved, lines } = startSync([away], 60_000)
  sync.add([maria])
  await eventually(() => expect(lines).toHaveLength(1))
  sync.close()
  sync.add([jonas])
  expect(saved).toEqual([['Maria']])
})
