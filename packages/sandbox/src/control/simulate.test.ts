import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann } from '../../test/fixtures/people.ts'
import { getMessages } from '../../test/getMessages.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import { InvalidOptionError } from '../store/errors.ts'

const route = 'POST /_sandbox/simulate/message'

describe('the simulated customer', () => {
  it('writes over HTTP, without a key', async () => {
    const sandbox = await startSandbox()
    const body = { ...ann, text: ' Hello\nthere ', name: 'Ann' }
    const { status, json } = await callSandbox(sandbox, route, { body, headers: { authorization: '' } })
    expect({ status, json }).toEqual({ status: 201, json: { ...ann, messageId: expect.any(String) } })
    expect(await getMessages(sandbox, ann)).toMatchObject([
      { direction: 'incoming', text: 'Hello\nthere', status: 'inbound', author: 'Ann' },
    ])
  })

  it('writes from code', async () => {
    const sandbox = await startSandbox()
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'Hello' })
    expect(await getMessages(sandbox, ann)).toMatchObject([{ messageId }])
  })

  it('writes to the named channel, where the dialogue continues', async () => {
    const sandbox = await startSandbox()
    const channelId = '24197d5f-06de-421f-8576-9f6e6cb67f28'
    await sandbox.simulate.message({ ...ann, channelId, text: 'Hello' })
    await sandbox.simulate.message({ ...ann, text: 'Hello?' })
    const { json } = await callSandbox(sandbox, `GET /_sandbox/messages?chatType=whatsapp&chatId=${ann.chatId}`)
    expect(json).toMatchObject({ messages: [{ channelId }, { channelId }] })
  })

  it.each([
    ['no text', { ...ann }],
    ['an empty text', { ...ann, text: ' ' }],
    ['a text that is too long', { ...ann, text: 'x'.repeat(10_001) }],
    ['an unknown messenger', { ...ann, chatType: 'icq', text: 'Hello' }],
    ['a number with a plus sign', { ...ann, chatId: '+79998887766', text: 'Hello' }],
    ['a name that is no text', { ...ann, text: 'Hello', name: 5 }],
    ['a list', [ann]],
    ['to a channel that is not there', { ...ann, text: 'Hello', channelId: 'main' }],
    ["to another messenger's channel", { ...ann, text: 'Hello', channelId: channelIds.vk }],
  ])('cannot write %s', async (_, body) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, route, { body })
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR') })
    await expect(sandbox.simulate.message(body as never)).rejects.toThrow(InvalidOptionError)
  })

  it('cannot write a body that is not JSON', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, route, { rawBody: '{' })
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR', 'The body must be JSON.') })
  })
})
