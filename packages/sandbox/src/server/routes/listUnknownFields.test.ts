import { expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
const user = { id: '7', name: 'Kate' }

it.each([
  ['POST /v2/send_message', { ...message, txt: 'x' }, 'txt'],
  ['POST /v2/iframe', { user: { ...user, age: 30 }, scope: 'global' }, 'user.age'],
  ['PATCH /v2/contacts', [{ id: 1, name: 'Ann', chats: [{ ...ann, colour: 'red' }] }], '0.chats.0.colour'],
  [
    'POST /v2/send_message',
    JSON.parse(
      `{"__proto__": {"a": 1}, "chatType": "vk", "chatId": "1", "channelId": "${channelIds.vk}", "text": "x"}`,
    ),
    '__proto__',
  ],
])('%s names an unknown parameter', async (route, body, field) => {
  const { status, json } = await callSandbox(await startSandbox(), route, { body })
  const description = `${field}: there is no such parameter`
  expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR', description) })
})

it('v3 names it in data, and ignores fields that clients are known to send', async () => {
  const sandbox = await startSandbox()
  const wrong = await callV3(sandbox, 'POST /v3/message', { body: { ...message, txt: 'x' } })
  expect(wrong).toMatchObject({ status: 400, json: { error: 'VALIDATION_ERROR', data: { fields: ['txt'] } } })
  const iframe = { user, scope: 'card', filter: [{ ...ann, channelId: channelIds.whatsapp }] }
  expect(await callV3(sandbox, 'POST /v3/iframe', { body: iframe })).toMatchObject({ status: 200 })
})

it('a list that the document shows is not reported as unknown fields', async () => {
  const body = { user, scope: 'global', activeChat: [ann] }
  expect(await callSandbox(await startSandbox(), 'POST /v2/iframe', { body })).toMatchObject({ status: 200 })
})
