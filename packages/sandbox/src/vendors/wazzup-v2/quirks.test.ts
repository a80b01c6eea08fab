import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const iframe = { user: { id: '7', name: 'Kate' }, scope: 'global', activeChat: [ann] }
const abnormal = { ...ann, channelId: 'c7a8e6d1-3f90-4b7d-8e24-5d6f0b9a3e33', text: 'Hello' }

describe('a quirk of API V2', () => {
  it.each([
    ['activeChatObject', 'POST /v2/iframe', iframe, { status: 400 }],
    ['iframeCreated', 'POST /v2/iframe', iframe, { status: 201 }],
    ['singularCodes', 'POST /v2/send_message', abnormal, { json: { error: { code: 'MESSAGE_ABNORMAL_SEND' } } }],
    ['errorList', 'POST /v2/send_message', {}, { json: { errors: [{ code: 'CHAT_MISSING_CHAT_TYPE' }] } }],
    ['emptyErrors', 'POST /v2/send_message', {}, { status: 400, text: '' }],
  ])('%s changes the response to %s', async (quirk, route, body, expected) => {
    const sandbox = await startSandbox()
    expect(await callSandbox(sandbox, route, { body })).not.toMatchObject(expected)
    await callSandbox(sandbox, `PUT /_sandbox/quirks/wazzup-v2.${quirk}`, { body: { on: true } })
    expect(await callSandbox(sandbox, route, { body })).toMatchObject(expected)
  })

  it('numericChatId returns chat ids as numbers, in responses and webhooks', async () => {
    const sandbox = await startSandbox({ quirks: ['wazzup-v2.numericChatId'] })
    const { url, calls } = await startReceiver()
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url } })
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [{ id: 1, name: 'Ann', chats: [ann] }] })
    const { json } = await callSandbox(sandbox, 'GET /v2/contacts/1')
    expect(json).toMatchObject({ chats: [{ chatId: 79_998_887_766 }] })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => calls[1]?.json).toMatchObject({ messages: [{ chatId: 79_998_887_766 }] })
  })
})
