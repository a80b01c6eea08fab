import { VendorAuthError, VendorRequestError } from '@crm-chat/vendors/wazzup-tech'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { techChannelExamples as examples } from '../../../test/fixtures/techChannelExamples.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech, createTechClient, techRefusal } from '../../../test/techClient.ts'
import type { Sandbox } from '../../index.ts'

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
const meta = { timestamp: expect.any(Number) }

/** Creates a channel and waits until it shows its QR code. */
async function showQr(sandbox: Sandbox, transport: 'whatsapp' | 'tgapi'): Promise<string> {
  const client = createTechClient(sandbox)
  const { channel_id } = await client.createChannel({ transport, credentials: {} })
  sandbox.clock.advance(1_000)
  await expect.poll(() => client.fetchChannel({ channel_id })).toMatchObject({ status: 'init', reason: 'qr' })
  return channel_id
}

const scan = (sandbox: Sandbox, body: object) => callSandbox(sandbox, 'POST /_sandbox/channels/scan', { body })

describe('channels of the tech API, by the documents', () => {
  it('are created with the credentials of a bot', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callTech(sandbox, 'POST /v2/channels', examples['Creating a channel'])
    expect({ status, json }).toEqual({
      status: 200,
      json: { data: [{ channel_id: uuid, transport: 'telegram' }], meta },
    })
  })

  it('are created with a link to follow for WABA', async () => {
    const sandbox = await startSandbox()
    const { json } = await callTech(sandbox, 'POST /v2/channels', examples['Creating a channel, for wapi'])
    expect(json).toEqual({ data: [{ channel_id: uuid, transport: 'wapi', url: expect.stringMatching(/^http/) }], meta })
  })

  it('accept the second factor', async () => {
    const sandbox = await startSandbox()
    const channelId = await showQr(sandbox, 'tgapi')
    await scan(sandbox, { channelId, plainId: '79001112233', password: '1234' })
    const { status, json } = await callTech(
      sandbox,
      `POST /v2/channels/${channelId}/auth/2fa`,
      examples['Passing messenger 2FA'],
    )
    expect({ status, json }).toEqual({ status: 200, json: { data: null, meta } })
  })

  it('are reconnected, listed and deleted', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const { channel_id } = await client.createChannel({ transport: 'telegram', credentials: { telegram_token: '1:x' } })
    await callSandbox(sandbox, `POST /_sandbox/channels/${channel_id}/state`, { body: { state: 'unauthorized' } })
    expect(await client.fetchChannel({ channel_id })).toMatchObject({ status: 'disabled', reason: 'unauthorized' })
    const { json } = await callTech(
      sandbox,
      `POST /v2/channels/${channel_id}/reinit`,
      examples['Channel reinitialization'],
    )
    const row = { channel_id, transport: 'telegram', state: 'active', name: 'bot_69321575', tariff: 'max' }
    expect(json).toMatchObject({ data: [row], meta })
    expect((await client.fetchChannels()).map((channel) => channel.channel_id)).toContain(channel_id)
    const { json: deleted } = await callTech(sandbox, `DELETE /v2/channels/${channel_id}`)
    expect(deleted).toEqual({ data: null, meta })
    await expect(client.fetchChannel({ channel_id })).rejects.toMatchObject({ status: 404 })
  })

  it('have a pairing code only while a QR code is shown', async () => {
    const sandbox = await startSandbox()
    const channelId = await showQr(sandbox, 'whatsapp')
    const example = examples['Generate a WhatsApp pairing code']
    const route = `POST /v2/channels/${channelId}/pairing-code`
    const { json } = await callTech(sandbox, route, example)
    expect(json).toEqual({
      data: [{ pairing_code: expect.stringMatching(/^[A-Z0-9]{8}$/), pairing_phone: '79999999999' }],
      meta,
    })
    await scan(sandbox, { channelId, plainId: '79999999999' })
    expect(await callTech(sandbox, route, example)).toMatchObject({
      status: 400,
      json: techRefusal(expect.any(String), 'QR_EXPIRED'),
    })
  })
})

describe('the client of the tech API, on channels of the sandbox', () => {
  it.each(['whatsapp', 'tgapi', 'viber', 'max'] as const)('connects %s by a QR code', async (transport) => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const { channel_id } = await client.createChannel({ transport, credentials: {} })
    expect(await client.fetchChannel({ channel_id })).toMatchObject({ status: 'init' })
    sandbox.clock.advance(1_000)
    await expect.poll(() => client.fetchChannel({ channel_id })).toMatchObject({ status: 'init', reason: 'qr' })
    expect(await scan(sandbox, { channelId: channel_id, plainId: '79001112233' })).toMatchObject({ status: 200 })
    sandbox.clock.advance(2_000)
    await expect
      .poll(() => client.fetchChannel({ channel_id }))
      .toMatchObject({ status: 'active', reason: undefined, phone: '79001112233' })
  })

  it.each([
    [{ transport: 'telegram', credentials: { telegram_token: '1:x' } }],
    [{ transport: 'maxbot', credentials: { access_token: 'x' } }],
    [{ transport: 'avito', credentials: { code: 'x' } }],
    [{ transport: 'instAPI', credentials: { username: 'shop', page_id: '1', inst_id: '2', user_token: 'x' } }],
  ] as const)('connects $transport by its credentials', async (connection) => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const { channel_id, transport } = await client.createChannel(connection)
    expect(transport).toBe(connection.transport)
    expect(await client.fetchChannel({ channel_id })).toMatchObject({ transport, status: 'active' })
  })

  it('gets an error for a wrong second factor', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const channel_id = await showQr(sandbox, 'tgapi')
    await scan(sandbox, { channelId: channel_id, plainId: '79001112233', password: 'secret' })
    const wrong = client.sendTwoFactorCode({ channel_id, two_factor_code: '1234', transport: 'tgapi' })
    await expect(wrong).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    await expect(wrong).rejects.toThrow(VendorRequestError)
  })

  it('gets an error for a wrong token', async () => {
    const sandbox = await startSandbox()
    await expect(createTechClient(sandbox, 'not-the-key').fetchChannels()).rejects.toThrow(VendorAuthError)
  })
})

describe('POST /v2/channels', () => {
  it.each([
    ['an unknown transport', { transport: 'icq', credentials: {} }, /^transport must be one of "whatsapp", /],
    ['VK, which is connected by link', { transport: 'vk', credentials: {} }, /^transport must be one of "whatsapp", /],
    ['missing credentials', { transport: 'whatsapp' }, /^credentials is required and must be an object$/],
    ["another transport's credentials", { transport: 'telegram', credentials: { code: 'x' } }, /^credentials/],
    [
      'a property it does not know',
      { transport: 'whatsapp', credentials: {}, name: 'Shop' },
      /^property name should not exist$/,
    ],
  ])('rejects %s', async (_, body, message) => {
    const sandbox = await startSandbox()
    const { status, json } = await callTech(sandbox, 'POST /v2/channels', body)
    expect({ status, json }).toEqual({ status: 400, json: techRefusal(expect.stringMatching(message)) })
  })
})
