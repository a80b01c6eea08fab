import {
  createWazzupV2,
  type ErrorCode,
  InvalidParametersError,
  isWazzupV2Error,
  type MessageParameters,
  VendorRequestError,
  type WazzupV2,
} from '@crm-chat/vendors/wazzup-v2'
import { expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { catchError } from './catchError.ts'
import { messageFaults } from './messageCases.ts'
import { putBody } from './putBody.ts'
import { wazzupV2Cases } from './wazzupV2Cases.ts'

const message: MessageParameters = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' }
const cases = Object.entries(wazzupV2Cases).map(([code, parts]) => ({ code, ...parts }))

function createClient({ url, apiKey }: Sandbox, options: { fetch?: typeof fetch } = {}): WazzupV2 {
  return createWazzupV2({ apiKey, baseUrl: url, counterUrl: url, ...options })
}

it.each(cases)('$code: the client of V2 gets this code when $when', async (parts) => {
  const { code, given, prepare, isRefusedByClient } = parts
  const sandbox = await startSandbox()
  await given?.(sandbox)
  const sent = { ...parts.message, ...(await prepare?.()) }
  const sending = isRefusedByClient
    ? createClient(sandbox, { fetch: putBody(sent) }).sendMessage(message)
    : createClient(sandbox).sendMessage(sent as MessageParameters)
  const error = await catchError(sending)
  expect(error).toBeInstanceOf(VendorRequestError)
  expect(error).toMatchObject({ status: 400, code })
  expect(isWazzupV2Error(error, code as ErrorCode)).toBe(true)
  expect(await getMessages(sandbox, ann)).toEqual([])
})

it.each(cases.filter((parts) => parts.isRefusedByClient))(
  '$code: the client of V2 sends nothing when $when',
  async (parts) => {
    const sandbox = await startSandbox()
    const sending = createClient(sandbox).sendMessage(parts.message as MessageParameters)
    expect(await catchError(sending)).toBeInstanceOf(InvalidParametersError)
    expect(sandbox.requests()).toEqual([])
  },
)

it.each(Object.keys(messageFaults))('%s: the client of V2 gets this code from a fault rule', async (code) => {
  const sandbox = await startSandbox()
  sandbox.faults.add({ operation: 'wazzup-v2.sendMessage', fault: { kind: 'status', status: 400, code } })
  const error = await catchError(createClient(sandbox).sendMessage(message))
  expect(error).toBeInstanceOf(VendorRequestError)
  expect(error).toMatchObject({ code })
})
