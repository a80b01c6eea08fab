import { describe, expect, it } from 'vitest'
import { startWazzupV2 } from '../../test/startWazzupV2.ts'
import { InvalidParametersError, OutcomeUnknownError, RateLimitedError } from '../errors.ts'
import { type ErrorCode, errorCodes, isWazzupV2Error } from './errorCodes.ts'
import * as examples from './fixtures/examples.ts'

const text = examples.phpMessageRequest.payload
const sent = { status: 201, json: examples.messageAnswer.payload }

describe('sendMessage', () => {
  it("sends the documents' file, and reads the id", async () => {
    const { wazzup, requests } = await startWazzupV2(sent)
    const { payload } = examples.messageRequest
    await expect(wazzup.sendMessage(payload)).resolves.toEqual(examples.messageAnswer.payload)
    expect(requests).toMatchObject([{ method: 'POST', url: '/v2/send_message', body: payload }])
  })

  it("sends the text of the documents' PHP script, and what it quotes", async () => {
    const { wazzup, requests } = await startWazzupV2(sent)
    await wazzup.sendMessage({ ...text, refMessageId: 'm-1' })
    expect(requests[0]?.body).toEqual({ ...text, refMessageId: 'm-1' })
  })

  it('counts an emoji as one character', async () => {
    const { wazzup, requests } = await startWazzupV2(sent)
    await wazzup.sendMessage({ ...text, text: '🙂'.repeat(10_000) })
    expect(requests).toHaveLength(1)
  })

  it.each([
    ['a text together with a file', { ...text, content: 'https://files.example.com/a.png' }],
    ['neither text nor file', { ...text, text: undefined }],
    ['an empty text', { ...text, text: '' }],
    ['a text of 10,001 characters', { ...text, text: 'a'.repeat(10_001) }],
    ['a file that is no link', { ...text, text: undefined, content: 'file:///etc/passwd' }],
    ['a channel that is no UUID', { ...text, channelId: '7' }],
    ['a number with spaces', { ...text, chatId: '7 999 111 22 33' }],
    ['a messenger that V2 does not have', { ...text, chatType: 'viber' }],
  ])('refuses %s before anything is sent', async (_, parameters) => {
    const { wazzup, requests } = await startWazzupV2(sent)
    // What a caller without types might pass.
    const call = wazzup.sendMessage as (parameters: unknown) => Promise<unknown>
    await expect(call(parameters)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })

  it.each([
    ['a cut connection', 'cut', OutcomeUnknownError],
    ['a bad gateway', { status: 502 }, OutcomeUnknownError],
    ['too many requests', { status: 429 }, RateLimitedError],
  ] as const)('is never sent a second time after %s', async (_, answer, error) => {
    const { wazzup, requests } = await startWazzupV2(answer)
    await expect(wazzup.sendMessage(text)).rejects.toThrow(error)
    expect(requests).toHaveLength(1)
  })
})

describe('a refusal', () => {
  const codes = Object.values(errorCodes)

  it.each(codes)('%s is told by its code, however the vendor wraps it', async (code) => {
    const bodies = [{ error: { code } }, { error: code }, { errors: [{ code }] }, { code }]
    const { wazzup } = await startWazzupV2((_, index) => ({ status: 400, json: bodies[index] }))
    for (const _ of bodies) {
      const error = await wazzup.sendMessage(text).catch((reason: unknown) => reason)
      expect(codes.filter((known) => isWazzupV2Error(error, known))).toEqual([code])
      expect(error).toMatchObject({ status: 400, code })
    }
  })

  it('is told in either spelling of its code', async () => {
    const { wazzup } = await startWazzupV2({ status: 400, json: { error: { code: 'MESSAGES_TEXT_TOO_LONG' } } })
    const error = await wazzup.sendMessage(text).catch((reason: unknown) => reason)
    const code: ErrorCode = 'MESSAGE_TEXT_TOO_LONG'
    expect(isWazzupV2Error(error, code)).toBe(true)
  })
})
