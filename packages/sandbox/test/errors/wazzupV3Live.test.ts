import { type ErrorCode, isWazzupV3Error, liveErrorCodes, VendorError } from '@crm-chat/vendors/wazzup-v3'
import { expect, it } from 'vitest'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { catchError } from './catchError.ts'
import { liveCases, liveFaults } from './wazzupV3LiveCases.ts'

const cases = Object.entries(liveCases).map(([code, parts]) => ({ code, ...parts }))
/** Codes of messages that are accepted and fail later. They arrive by webhook, see `failures.test.ts`. */
const toldLater = ['BAD_CONTACT']

it.each(cases)('$code: the client of v3 gets this code when $when', async ({ code, call }) => {
  const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
  const error = await catchError(call({ sandbox, client: createV3Client(sandbox) }))
  expect(error).toBeInstanceOf(VendorError)
  expect(error).toMatchObject({ code })
  expect(isWazzupV3Error(error, code as ErrorCode)).toBe(true)
})

it.each(Object.keys(liveFaults))('%s: the client of v3 gets this code from a fault rule', async (code) => {
  const sandbox = await startSandbox()
  sandbox.faults.add({ operation: 'wazzup-v3.sendMessage', fault: { kind: 'status', status: 400, code } })
  const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' }
  expect(await catchError(createV3Client(sandbox).sendMessage(message))).toMatchObject({ code })
})

it('every code known from the live service is provoked', () => {
  const driven = [...Object.keys(liveCases), ...Object.keys(liveFaults), ...toldLater]
  expect(driven.toSorted()).toEqual(Object.keys(liveErrorCodes).toSorted())
})
