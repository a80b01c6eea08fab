import {
  channelReasons,
  createWazzupTech,
  InvalidParametersError,
  isWazzupTechError,
  type MessageParameters,
  VendorRequestError,
} from '@crm-chat/vendors/wazzup-tech'
import { expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { createTechClient } from '../techClient.ts'
import { catchError } from './catchError.ts'
import { channelReasonCases } from './channelReasons.ts'
import { putBody } from './putBody.ts'
import { tooMuchContent, webhookFailed } from './wazzupTechCodes.ts'

const message: MessageParameters = {
  channel_id: channelIds.whatsapp,
  recipient: { chat_type: 'whatsapp', chat_id: ann.chatId },
  text: 'Hello, Ann',
}
const clock = (): number => 1_800_000_000_000
const reasons = Object.entries(channelReasonCases).map(([reason, parts]) => ({ reason, ...parts }))

it.each(reasons)('$reason: the tech client reads this reason of a channel when $when', async ({ reason, reach }) => {
  const sandbox = await startSandbox({ clock })
  const client = createTechClient(sandbox)
  const channel_id = await reach({ sandbox, client })
  const status = Object.entries(channelReasons).find(([name]) => name === reason)?.[1]
  expect(await client.fetchChannel({ channel_id })).toMatchObject({ status, reason })
  const error = await catchError(client.sendMessage({ ...message, channel_id }))
  expect(error).toBeInstanceOf(VendorRequestError)
  expect(error).toMatchObject({ status: 400, code: 'BAD_REQUEST', message: expect.stringContaining(reason) })
})

it(`${tooMuchContent}: the tech client gets this error for a text and a file`, async () => {
  const sandbox = await startSandbox()
  const both = { ...message, attachment: { url: 'https://example.com/a.png' } }
  const client = createWazzupTech({
    accessToken: sandbox.apiKey,
    baseUrl: `${sandbox.url}/tech`,
    fetch: putBody(both),
  })
  const error = await catchError(client.sendMessage(message))
  expect(error).toBeInstanceOf(VendorRequestError)
  expect(error).toMatchObject({ status: 400, message: expect.stringContaining(tooMuchContent) })
  expect(isWazzupTechError(error, 'MORE_THAN_ONE_CONTENT')).toBe(true)
  const checked = catchError(createTechClient(sandbox).sendMessage(both as unknown as MessageParameters))
  expect(await checked).toBeInstanceOf(InvalidParametersError)
})

it(`${webhookFailed}: the tech client reads this result of an export whose webhook got an error response`, async () => {
  const sandbox = await startSandbox({ clock })
  const client = createTechClient(sandbox)
  const receiver = await startReceiver()
  await client.createWebhooks([{ url: receiver.url, event: 'messages_dump.status_update' }])
  receiver.answer.status = 500
  const period = { start_at: '2025-01-01T00:00:00Z', end_at: '2025-02-01T00:00:00Z' }
  const { export_id } = await client.createMessagesDump(period)
  const status = async () => (await client.fetchMessagesDump({ export_id })).status
  sandbox.clock.advance(1_000)
  await expect.poll(status).toBe('processing')
  sandbox.clock.advance(1_000)
  await expect.poll(status, { timeout: 45_000 }).toBe(webhookFailed)
})

it.each<[string, (sandbox: Sandbox) => Promise<unknown>, MessageParameters, RegExp]>([
  [
    'the tariff does not allow writing first',
    ({ settings }) => settings.change({ tariff: 'start' }),
    message,
    /write first/,
  ],
  [
    'the account was removed',
    ({ settings }) => settings.change({ integration: 'removed' }),
    message,
    /Account not found/,
  ],
  [
    'the customer has reported the company',
    ({ simulate }) => simulate.customer({ ...ann, standing: 'reportedSpam' }),
    message,
    /spam/,
  ],
  [
    'the customer has deleted the account',
    ({ simulate }) => simulate.customer({ ...ann, standing: 'accountDeleted' }),
    message,
    /No contact information/,
  ],
  [
    'the balance is empty',
    ({ settings }) => settings.change({ balance: 'empty' }),
    { ...message, channel_id: '020e3f61-e5df-447f-8ef9-ce8258e92c7a' },
    /balance is empty/,
  ],
])('the tech client gets a one-sentence error when %s', async (_, given, sent, sentence) => {
  const sandbox = await startSandbox()
  await given(sandbox)
  const error = await catchError(createTechClient(sandbox).sendMessage(sent))
  expect(error).toBeInstanceOf(VendorRequestError)
  expect(error).toMatchObject({ status: 400, code: 'BAD_REQUEST', message: expect.stringMatching(sentence) })
  const { json } = await callSandbox(sandbox, `GET /_sandbox/messages?chatType=whatsapp&chatId=${ann.chatId}`)
  expect(json).toEqual({ messages: [] })
})
