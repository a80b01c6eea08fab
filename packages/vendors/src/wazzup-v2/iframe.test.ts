import { describe, expect, it } from 'vitest'
import { startWazzupV2 } from '../../test/startWazzupV2.ts'
import { InvalidAnswerError, InvalidParametersError } from '../errors.ts'
import * as examples from './fixtures/examples.ts'
import { iframeRequestSchema } from './iframe.ts'

const user = { id: '7', name: 'Ann' }
const chat = { chatType: 'whatsapp', chatId: '79991112233' } as const
const url = 'https://new777.example.com/chat/?token=t'

describe('createIframe', () => {
  it('sends the key as it is, and reads the link', async () => {
    const { wazzup, requests } = await startWazzupV2({ json: { url } })
    await expect(wazzup.createIframe({ user, scope: 'global' })).resolves.toEqual({ url })
    const authorization = examples.headersExample.payload.authorization.replace(/\w+$/, 'the-key')
    expect(requests).toMatchObject([
      { method: 'POST', url: '/v2/iframe', headers: { authorization }, body: { user, scope: 'global' } },
    ])
  })

  it("sends the documents' example, with the open chat as the object that their table asks for", async () => {
    const { wazzup, requests } = await startWazzupV2({ json: { url } })
    const example = iframeRequestSchema.parse(examples.iframeRequest.payload)
    await wazzup.createIframe(example)
    expect(requests[0]?.body).toEqual({ ...Object(examples.iframeRequest.payload), activeChat: chat })
  })

  it('refuses an answer without a link', async () => {
    const { wazzup } = await startWazzupV2({ json: { url: 'no link' } })
    await expect(wazzup.createIframe({ user, scope: 'global' })).rejects.toThrow(InvalidAnswerError)
  })

  it.each([
    ['a card without chats', { user, scope: 'card' }],
    ['a whatsapp number with a plus', { user, scope: 'card', filter: [{ ...chat, chatId: '+79991112233' }] }],
    ['an instagram name with @', { user, scope: 'card', filter: [{ chatType: 'instagram', chatId: '@ann' }] }],
    ['a messenger that V2 does not have', { user, scope: 'global', activeChat: { chatType: 'max', chatId: '1' } }],
    ['a user without a name', { user: { id: '7' }, scope: 'global' }],
    ['a user id of 65 characters', { user: { id: 'a'.repeat(65), name: 'Ann' }, scope: 'global' }],
  ])('refuses %s before anything is sent', async (_, parameters) => {
    const { wazzup, requests } = await startWazzupV2({ json: { url } })
    // What a caller without types might pass.
    const call = wazzup.createIframe as (parameters: unknown) => Promise<unknown>
    await expect(call(parameters)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})
