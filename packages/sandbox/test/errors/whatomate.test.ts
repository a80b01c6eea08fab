import { type ErrorCode, errorCodes, isWhatomateError, messageStatuses, VendorError } from '@crm-chat/vendors/whatomate'
import { expect, it } from 'vitest'
import { collect } from '../collect.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { createWhatomateClient } from '../whatomateClient.ts'
import { catchError } from './catchError.ts'
import { type Stage, whatomateCases, whatomateFaults } from './whatomateCases.ts'

const cases = Object.entries(whatomateCases).map(([code, parts]) => ({ code, ...parts }))
const hello = { type: 'text', text: 'Hello' } as const

async function startStage(quirks: string[] = []): Promise<Stage> {
  const sandbox = await startSandbox({ quirks, clock: () => 1_800_000_000_000 })
  await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
  const client = createWhatomateClient(sandbox)
  const [contact] = await collect(client.listContacts({ search: ann.chatId }))
  return { sandbox, client, contact_id: contact?.id ?? '' }
}

it.each(cases)("$code: Whatomate's client gets this code when $when", async ({ code, quirks, call }) => {
  const error = await catchError(call(await startStage(quirks)))
  expect(error).toBeInstanceOf(VendorError)
  expect(error).toMatchObject({ message: expect.stringContaining(errorCodes[code as ErrorCode]) })
  expect(isWhatomateError(error, code as ErrorCode)).toBe(true)
})

it.each(Object.keys(whatomateFaults))("%s: Whatomate's client gets this code from a fault rule", async (code) => {
  const { sandbox, client, contact_id } = await startStage()
  const description = errorCodes[code as ErrorCode]
  sandbox.faults.add({ operation: 'whatomate.sendMessage', fault: { kind: 'status', status: 403, description } })
  expect(isWhatomateError(await catchError(client.sendMessage({ contact_id, ...hello })), code as ErrorCode)).toBe(true)
})

it('every recorded error is provoked', () => {
  const driven = [...Object.keys(whatomateCases), ...Object.keys(whatomateFaults)]
  expect(driven.toSorted()).toEqual(Object.keys(errorCodes).toSorted())
})

it.each([
  ['the customer has no WhatsApp', 'noAccount', /131026/],
  ['the customer is reachable, and it is delivered', 'reachable', null],
] as const)('failed: it is what becomes of a message when %s', async (_, standing, reason) => {
  const { sandbox, client, contact_id } = await startStage()
  await sandbox.simulate.customer({ ...ann, standing })
  await client.sendMessage({ contact_id, ...hello })
  sandbox.clock.advance(1_200)
  const last = async () => (await client.fetchMessages({ contact_id })).messages.at(-1)
  const status = reason === null ? messageStatuses.delivered : messageStatuses.failed
  await expect.poll(last).toMatchObject({ status })
  if (reason !== null) expect(await last()).toMatchObject({ error_message: expect.stringMatching(reason) })
})
