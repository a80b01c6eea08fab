import {
  createWazzupV3,
  type ErrorCode,
  InvalidParametersError,
  isWazzupV3Error,
  type MessageParameters,
  VendorRequestError,
} from '@crm-chat/vendors/wazzup-v3'
import { expect, it } from 'vitest'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { catchError } from './catchError.ts'
import { messageFaults } from './messageCases.ts'
import { putBody } from './putBody.ts'
import { wazzupV3Cases } from './wazzupV3Cases.ts'

const message: MessageParameters = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' }
const cases = Object.entries(wazzupV3Cases).map(([code, parts]) => ({ code, ...parts }))

it.each(cases)('$code: the client of v3 gets this code when $when', async (parts) => {
  const { code, given, prepare, isRefusedByClient, quirks = [] } = parts
  const sandbox = await startSandbox({ quirks })
  await given?.(sandbox)
  const { apiKey, url: baseUrl } = sandbox
  const sent = { ...parts.message, ...(await prepare?.()) }
  const sending = isRefusedByClient
    ? createWazzupV3({ apiKey, baseUrl, fetch: putBody(sent) }).sendMessage(message)
    : createV3Client(sandbox).sendMessage(sent as MessageParameters)
  const error = await catchError(sending)
  expect(error).toBeInstanceOf(VendorRequestError)
  expect(error).toMatchObject({ status: 400, code, requestId: expect.any(String) })
  expect(isWazzupV3Error(error, code as ErrorCode)).toBe(true)
  expect(await getMessages(sandbox, ann)).toEqual([])
})

it.each(cases.filter((parts) => parts.isRefusedByClient))(
  '$code: the client of v3 sends nothing when $when',
  async (parts) => {
    const sandbox = await startSandbox()
    const sending = createV3Client(sandbox).sendMessage(parts.message as MessageParameters)
    expect(await catchError(sending)).toBeInstanceOf(InvalidParametersError)
    expect(sandbox.requests()).toEqual([])
  },
)

it.each(Object.keys(messageFaults))('%s: the client of v3 gets this code from a fault rule', async (code) => {
  const sandbox = await startSandbox()
  sandbox.faults.add({ operation: 'wazzup-v3.sendMessage', fault: { kind: 'status', status: 400, code } })
  const error = await catchError(createV3Client(sandbox).sendMessage(message))
  expect(error).toBeInstanceOf(VendorRequestError)
  expect(error).toMatchObject({ code })
})
