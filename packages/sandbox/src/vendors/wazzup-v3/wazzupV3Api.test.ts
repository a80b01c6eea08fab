import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { getToken } from '../../../test/getLink.ts'
import { connectWithToken } from '../../../test/openWindow.ts'
import { saveUser } from '../../../test/saveUser.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const iframe = { user: { id: '7', name: 'Kate' }, scope: 'global' }

describe('the key of API v3', () => {
  it('follows the word Bearer, and with a quirk Basic', async () => {
    const sandbox = await startSandbox()
    const basic = { headers: { authorization: `Basic ${sandbox.apiKey}` } }
    expect(await callV3(sandbox, 'GET /v3/channels')).toMatchObject({ status: 200 })
    expect(await callV3(sandbox, 'GET /v3/channels', { key: 'another' })).toMatchObject({ status: 401 })
    expect(await callSandbox(sandbox, 'GET /v3/channels', basic)).toMatchObject({
      status: 401,
      json: { error: 'UNAUTHORIZED' },
    })
    const quirky = await startSandbox({ quirks: ['wazzup-v3.basicKey'] })
    expect(await callSandbox(quirky, 'GET /v3/channels', basic)).toMatchObject({ status: 200 })
  })

  it('opens only channels, messages, webhooks and templates as a sidecar key', async () => {
    const sandbox = await startSandbox()
    const key = `${sandbox.apiKey}-sidecar`
    for (const route of ['channels', 'webhooks', 'templates/whatsapp'])
      expect(await callV3(sandbox, `GET /v3/${route}`, { key })).toMatchObject({ status: 200 })
    const body = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
    expect(await callV3(sandbox, 'POST /v3/message', { key, body })).toMatchObject({ status: 201 })
    for (const route of ['users', 'contacts', 'deals', 'pipelines', 'unanswered/7']) {
      const { status, json } = await callV3(sandbox, `GET /v3/${route}`, { key })
      expect({ route, status, json }).toEqual({ route, status: 403, json: { error: 'FORBIDDEN' } })
    }
    expect(await callV3(sandbox, 'POST /v3/iframe', { key, body: iframe })).toMatchObject({ status: 403 })
  })
})

describe('POST /v3/iframe', () => {
  it('opens a card for a user known by name', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    await client.saveUsers([{ id: '7', name: 'Kate Moreau' }])
    const { url } = await client.createIframe({
      user: { id: '7' },
      scope: 'card',
      filter: [{ ...ann, name: 'Ann' }],
      activeChat: { ...ann, channelId: channelIds.whatsapp },
      options: { useDealsEvents: true },
    })
    const socket = connectWithToken(sandbox, getToken(url))
    const opened = await new Promise((resolve) => socket.on('opened', resolve))
    expect(opened).toMatchObject({ user: { id: '7', name: 'Kate Moreau' }, chats: [{ ...ann, name: 'Ann' }] })
  })

  it.each([
    ['a card without chats', { ...iframe, scope: 'card' }],
    ['an unknown scope', { ...iframe, scope: 'all' }],
    ['no user', { scope: 'global' }],
  ])('rejects %s and names the field', async (_, body) => {
    const answer = await callV3(await startSandbox(), 'POST /v3/iframe', { body })
    expect(answer).toMatchObject({
      status: 400,
      json: { error: 'VALIDATION_ERROR', data: { fields: [expect.any(String)] } },
    })
  })
})

describe('a quirk of API v3', () => {
  it.each([
    ['iframeCreated', 'POST /v3/iframe', iframe, { status: 201 }],
    ['nestedErrors', 'POST /v3/iframe', {}, { json: { error: { code: 'VALIDATION_ERROR' } } }],
    ['errorList', 'POST /v3/iframe', {}, { json: { errors: [{ code: 'VALIDATION_ERROR' }] } }],
    ['emptyErrors', 'POST /v3/iframe', {}, { status: 400, text: '' }],
    ['camelCaseCodes', 'POST /v3/message', {}, { json: { error: 'invalidMessageData' } }],
    ['singularCodes', 'PATCH /v3/message/1', { text: 'Hi' }, { json: { error: 'MESSAGE_NOT_FOUND' } }],
    ['pagedUsers', 'GET /v3/users', undefined, { json: { count: 0, data: [] } }],
    ['bodies', 'POST /v3/users', [{ id: '7', name: 'Kate' }], { json: { ok: true } }],
    ['longUserFields', 'POST /v3/users', [{ id: 'x'.repeat(200), name: 'Kate' }], { status: 200 }],
    ['strictSlashes', 'GET /v3/channels/', undefined, { status: 404 }],
  ])('%s changes the response to %s', async (quirk, route, body, expected) => {
    const sandbox = await startSandbox()
    if (route === 'POST /v3/iframe') await saveUser(sandbox)
    const call = () => callV3(sandbox, route, body === undefined ? {} : { body })
    expect(await call()).not.toMatchObject(expected)
    await callSandbox(sandbox, `PUT /_sandbox/quirks/wazzup-v3.${quirk}`, { body: { on: true } })
    expect(await call()).toMatchObject(expected)
  })
})
