import { isErrorCode } from '@crm-chat/protocol'
import { channelReasons, messagesDumpStatuses, errorCodes as techCodes } from '@crm-chat/vendors/wazzup-tech'
import {
  authorTypeCodes,
  messageStatusCodes,
  messageTypeCodes,
  errorCodes as v2Codes,
  channelStates as v2States,
} from '@crm-chat/vendors/wazzup-v2'
import { liveErrorCodes, messageErrorCodes, channelStates as v3States } from '@crm-chat/vendors/wazzup-v3'
import { errorCodes as whatomateCodes } from '@crm-chat/vendors/whatomate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Backend } from '../../src/backend.ts'
import { wazzupTech } from '../../src/backends/wazzup-tech/backend.ts'
import { wazzupV2 } from '../../src/backends/wazzup-v2/backend.ts'
import { wazzupV3 } from '../../src/backends/wazzup-v3/backend.ts'
import { whatomate } from '../../src/backends/whatomate/backend.ts'
import { OperationError } from '../../src/errors.ts'
import { respondJson, startUpstream, type Upstream } from '../startUpstream.ts'
import { ann, channelIds, kate } from './people.ts'
import { need } from './vendors.ts'

let upstream: Upstream
beforeAll(async () => {
  upstream = await startUpstream()
})
afterAll(() => upstream.close())

/** A sentence that a person understands: no code, and nothing of the vendor's own text. */
const sentence = /^[A-Z][^_{}]{10,160}\.$/
const general = 'The vendor refused this request.'
/** The vendors themselves do not say what these mean. */
const unexplained = ['UNKNOWN_ERROR', 'UNKNOWN_ERROR_WITH_TRACE_ID']

/** Sends a message that the vendor refuses so. */
async function refuse({
  backend,
  status,
  body,
}: {
  backend: Backend
  status: number
  body: unknown
}): Promise<OperationError> {
  upstream.onRequest((response) => respondJson(response, { status, body }))
  const request = {
    to: backend.name === 'whatomate' ? { ...ann, chatId: '7e3f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd' } : ann,
    ...(backend.name === 'whatomate' ? {} : { channelId: channelIds.whatsapp }),
    text: 'Hello',
  }
  const error = await need(backend, 'messages')
    .send({ user: kate, request })
    .catch((reason: unknown) => reason)
  if (error instanceof OperationError) return error
  throw new Error('The message was not refused by an OperationError.')
}

function expectExplained({ error, code }: { error: OperationError; code: string }): void {
  expect(isErrorCode(error.code)).toBe(true)
  expect(error.message).toMatch(sentence)
  expect(error.message).not.toContain('words of the vendor')
  expect(error.message === general).toBe(unexplained.includes(code))
}

describe('every documented error code has a code of the contract and a sentence', () => {
  it.each(Object.keys(v2Codes))('API V2: %s', async (code) => {
    const backend = wazzupV2({ apiKey: 'key', baseUrl: upstream.url })
    const error = await refuse({ backend, status: 400, body: { error: { code, description: 'words of the vendor' } } })
    expectExplained({ error, code })
  })

  it.each([...Object.keys(messageErrorCodes), ...Object.keys(liveErrorCodes)])('API v3: %s', async (code) => {
    const backend = wazzupV3({ apiKey: 'key', baseUrl: upstream.url })
    const status = code === 'FORBIDDEN' ? 403 : 400
    const error = await refuse({ backend, status, body: { error: code, description: 'words of the vendor' } })
    expectExplained({ error, code })
    const spelt = code.replace(/^MESSAGES?_/, (prefix) => (prefix === 'MESSAGE_' ? 'MESSAGES_' : 'MESSAGE_'))
    expect((await refuse({ backend, status, body: { error: spelt } })).message).toBe(error.message)
  })

  it.each(Object.keys(techCodes))('the tech API: %s', async (code) => {
    const backend = wazzupTech({ accessToken: 'key', baseUrl: upstream.url })
    const message = 'Cannot provide more than one of text, attachment or template'
    const error = await refuse({ backend, status: 400, body: { error: code, message } })
    expectExplained({ error, code })
  })

  it.each(Object.entries(whatomateCodes))('Whatomate: %s', async (code, message) => {
    const statuses: Record<string, number> = {
      INVALID_API_KEY: 401,
      INSUFFICIENT_PERMISSIONS: 403,
      SEND_FAILED: 500,
      NOT_IMPLEMENTED: 501,
    }
    const backend = whatomate({ apiKey: `whm_${'0'.repeat(32)}`, baseUrl: upstream.url })
    const status = statuses[code] ?? (code.endsWith('NOT_FOUND') ? 404 : 400)
    const error = await refuse({
      backend,
      status,
      body: { status: 'error', message: `${message}: words of the vendor`, data: null },
    })
    expectExplained({ error, code })
  })

  it('a refused key is one, whatever else the vendor says', async () => {
    const backend = wazzupV3({ apiKey: 'key', baseUrl: upstream.url })
    const error = await refuse({ backend, status: 401, body: { error: 'MESSAGES_IS_SPAM' } })
    expect(error).toMatchObject({ code: 'upstream_auth' })
  })

  it('a refusal says that the vendor responds: it does not leave the vendor alone', async () => {
    const backend = wazzupV3({ apiKey: 'key', baseUrl: upstream.url })
    for (let time = 0; time < 25; time += 1) {
      const error = await refuse({ backend, status: 400, body: { error: 'MESSAGES_CAN_NOT_ADD' } })
      expect(error.retryAfterMs).toBeUndefined()
    }
  })
})

/** Reads one event, and explains it. */
async function explain({ backend, body }: { backend: Backend; body: unknown }) {
  const { read, explain: toSentence } = need(backend, 'webhooks')
  const [event] = await read({ header: () => undefined, body: new TextEncoder().encode(JSON.stringify(body)) })
  if (!event) throw new Error('There is no event.')
  return { event, sentence: toSentence?.(event) }
}

const v2 = wazzupV2({ apiKey: 'key' })
const v3 = wazzupV3({ apiKey: 'key' })
const tech = wazzupTech({ accessToken: 'key' })
const at = '2026-01-02T03:04:05.000Z'

describe('every documented word and number of a webhook is an event, with a sentence where there is something to explain', () => {
  it.each(Object.keys(messageStatusCodes).map(Number))('status %i of API V2', async (status) => {
    const message = { messageId: 'm', channelId: 'c', ...ann, dateTime: 1_700_000_000_000, type: 1, status }
    const body = status === 99 ? { messages: [message] } : { statuses: [{ messageId: 'm', status }] }
    const read = await explain({ backend: v2, body })
    expect(read.event).toMatchObject(
      status === 99
        ? { kind: 'message', message: { status: 'received' } }
        : { kind: 'status', status: expect.not.stringMatching('unknown') },
    )
    expect(read.sentence).toMatch(sentence)
    if (status > 3 && status < 99) expect(read.sentence).not.toBe('The message was not delivered.')
  })

  it.each(Object.keys(messageTypeCodes).map(Number))('type %i of API V2', async (type) => {
    const message = { messageId: 'm', channelId: 'c', ...ann, dateTime: 1_700_000_000_000, type, status: 99 }
    const { event } = await explain({ backend: v2, body: { messages: [message] } })
    expect(event).toMatchObject({ kind: 'message', message: { type: expect.not.stringMatching('unknown') } })
  })

  it.each(Object.keys(authorTypeCodes).map(Number))('author %i of API V2', async (authorType) => {
    const message = {
      messageId: 'm',
      channelId: 'c',
      ...ann,
      dateTime: 1_700_000_000_000,
      type: 1,
      status: 1,
      authorType,
    }
    const { event } = await explain({ backend: v2, body: { messages: [message] } })
    expect(event).toMatchObject({ message: { direction: authorType === 99 ? 'incoming' : 'outgoing' } })
  })

  it.each(Object.keys(v2States))('channel state %s of API V2', async (state) => {
    const channel = { channelId: 'c', transport: 'whatsapp', plainId: '7', state }
    expect((await explain({ backend: v2, body: { channels: [channel] } })).sentence).toMatch(sentence)
  })

  it.each([
    ...Object.keys(messageErrorCodes),
    ...Object.keys(liveErrorCodes),
    'CHATID_IGSID_MISMATCH',
    'TOO_LONG_TEXT',
    'BAD_LINK',
    'TOO_BIG_CONTENT',
    'SPAM',
    '24_HOURS_EXCEEDED',
    '7_DAYS_EXCEEDED',
  ])('a failure of API v3: %s', async (code) => {
    const status = { messageId: 'm', timestamp: at, status: 'error', error: { error: code, description: 'words' } }
    const read = await explain({ backend: v3, body: { statuses: [status] } })
    expect(read.event).toMatchObject({ kind: 'status', status: 'failed', code })
    expect(read.sentence).toMatch(sentence)
    expect(read.sentence).not.toBe('The message was not delivered.')
  })

  it.each(Object.keys(v3States))('channel state %s of API v3', async (state) => {
    const body = { channelsUpdates: [{ channelId: 'c', state, timestamp: 1_700_000_000_000 }] }
    expect((await explain({ backend: v3, body })).sentence).toMatch(sentence)
  })

  it.each(Object.entries(channelReasons))('the reason %s of a channel of the tech API', async (reason, status) => {
    const data = [{ channel_id: 'c', transport: 'whatsapp', status, reason }]
    const read = await explain({ backend: tech, body: { event: 'channel.status_update', data, meta: {} } })
    expect(read.event.kind).toBe('channel')
    expect(read.sentence).toMatch(sentence)
  })

  it.each(Object.keys(messagesDumpStatuses))('an export of the tech API that is %s', async (status) => {
    const data = { export_id: 'e', status }
    const read = await explain({ backend: tech, body: { event: 'messages_dump.status_update', data, meta: {} } })
    expect(read.event).toMatchObject({ kind: 'export', status })
    expect(read.sentence).toMatch(sentence)
  })
})
