import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { saveUser } from '../../../test/saveUser.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech } from '../../../test/techClient.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
const user = { id: '7', name: 'Kate' }

const inV2 = [
  ['POST /v2/send_message', { ...message, txt: 'x' }, 'txt'],
  ['POST /v2/iframe', { user: { ...user, age: 30 }, scope: 'global' }, 'user.age'],
  ['PATCH /v2/contacts', [{ id: 1, name: 'Ann', chats: [{ ...ann, colour: 'red' }] }], '0.chats.0.colour'],
  [
    'POST /v2/send_message',
    JSON.parse(`{"__proto__": {"a": 1}, "chatType": "whatsapp", "chatId": "79998887766",
      "channelId": "${channelIds.whatsapp}", "text": "x"}`),
    '__proto__',
  ],
] as const

describe('a field that the vendor does not know', () => {
  it.each(inV2)('is ignored by %s, and named in the journal', async (route, body, field) => {
    const sandbox = await startSandbox()
    expect((await callSandbox(sandbox, route, { body })).status).toBeLessThan(300)
    expect(sandbox.requests()).toMatchObject([{ verdict: 'answered', ignoredFields: [field] }])
  })

  it.each(inV2)('is refused by %s with a quirk, by its name', async (route, body, field) => {
    const sandbox = await startSandbox({ quirks: ['wazzup-v2.strictFields'] })
    const { status, json } = await callSandbox(sandbox, route, { body })
    const description = `${field}: there is no such parameter`
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR', description) })
    expect(sandbox.requests()).toMatchObject([{ verdict: 'refused', ignoredFields: [] }])
  })

  it.each([
    ['POST /v3/message', { ...message, fileName: 'a.png' }, 201, 'fileName'],
    ['POST /v3/users', [{ ...user, email: 'kate@crm.example' }], 200, '0.email'],
    ['PATCH /v3/webhooks', { webhooksUri: 'nowhere' }, 400, undefined],
    [
      'POST /v3/iframe',
      { user, scope: 'card', filter: [{ ...ann, channelId: channelIds.whatsapp }] },
      200,
      'filter.0.channelId',
    ],
  ])('is ignored by %s of v3', async (route, body, status, field) => {
    const sandbox = await startSandbox()
    await saveUser(sandbox)
    expect((await callV3(sandbox, route, { body })).status).toBe(status)
    expect(sandbox.requests()).toMatchObject([{ ignoredFields: field === undefined ? [] : [field] }])
  })

  it('is named by v3 with a quirk, except those that clients are known to send', async () => {
    const sandbox = await startSandbox({ quirks: ['wazzup-v3.strictFields'] })
    await saveUser(sandbox)
    const wrong = await callV3(sandbox, 'POST /v3/message', { body: { ...message, txt: 'x' } })
    expect(wrong).toMatchObject({ status: 400, json: { error: 'VALIDATION_ERROR', data: { fields: ['txt'] } } })
    const iframe = { user, scope: 'card', filter: [{ ...ann, channelId: channelIds.whatsapp }] }
    expect(await callV3(sandbox, 'POST /v3/iframe', { body: iframe })).toMatchObject({ status: 200 })
  })

  it('is refused by the tech API, as by the live one', async () => {
    const sandbox = await startSandbox()
    const { status } = await callTech(sandbox, 'POST /v2/users', { users: [{ ...user, email: 'kate@crm.example' }] })
    expect(status).toBe(400)
    expect(sandbox.requests()).toMatchObject([{ ignoredFields: [] }])
  })
})

it('a list where the document shows one is not taken for unknown fields', async () => {
  const sandbox = await startSandbox()
  const body = { user, scope: 'global', activeChat: [ann] }
  expect(await callSandbox(sandbox, 'POST /v2/iframe', { body })).toMatchObject({ status: 200 })
  expect(sandbox.requests()).toMatchObject([{ ignoredFields: [] }])
})
