import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../../test/callSandbox.ts'
import { startSandbox } from '../../../../test/startSandbox.ts'
import { createTechClient } from '../../../../test/techClient.ts'

/** Presses a button of the window. @returns the page that is shown then. */
async function press(url: string, fields: Record<string, string>): Promise<{ url: string; text: string }> {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  return { url: answer.url, text: await answer.text() }
}

const read = async (url: string): Promise<string> => (await fetch(url)).text()

async function start() {
  const sandbox = await startSandbox()
  return { sandbox, client: createTechClient(sandbox) }
}

describe('the window that connects a channel', () => {
  it('connects VK, which has no other way', async () => {
    const { sandbox, client } = await start()
    const { url } = await client.createChannelsLink({ transport: 'vk' })
    const made = await press(url, { step: 'create', transport: 'vk' })
    await press(made.url, { step: 'connect', plainId: 'sandbox_shop' })
    sandbox.clock.advance(2_000)
    await expect.poll(() => read(made.url)).toContain('The channel is connected.')
    const shop = { transport: 'vk', name: 'sandbox_shop', status: 'active' }
    expect(await client.fetchChannels()).toContainEqual(expect.objectContaining(shop))
  })

  it('connects WABA by the link of its channel', async () => {
    const { sandbox, client } = await start()
    const { channel_id, url = '' } = await client.createChannel({ transport: 'wapi', credentials: {} })
    await press(url, { step: 'connect', plainId: '37190111122' })
    sandbox.clock.advance(2_000)
    await expect
      .poll(() => client.fetchChannel({ channel_id }))
      .toMatchObject({ status: 'active', phone: '37190111122' })
  })

  it('shows a QR code to scan', async () => {
    const { sandbox, client } = await start()
    const { channel_id } = await client.createChannel({ transport: 'whatsapp', credentials: {} })
    const { url } = await client.createChannelsLink({ channel_id })
    sandbox.clock.advance(1_000)
    await expect.poll(() => read(url)).toContain('src="data:image/png;base64,')
    const { text } = await press(url, { step: 'connect', plainId: '37190111122' })
    expect(text).toContain('Importing messages')
  })

  it('asks for a missing messenger, and creates no channel of an unknown one', async () => {
    const { client } = await start()
    const { url } = await client.createChannelsLink()
    expect(await read(url)).toContain('value="tgapi"')
    const before = (await client.fetchChannels()).length
    await press(url, { step: 'create', transport: 'icq' })
    expect(await client.fetchChannels()).toHaveLength(before)
  })

  it.each([
    ['a number that is none', { step: 'connect', plainId: '12' }, 'Write the number with its country code'],
    ['a field left empty', { step: 'connect', plainId: ' ' }, 'Fill in all fields.'],
    ['a second factor nobody asked for', { step: 'password', password: '1' }, 'no longer asks for a second factor'],
  ])('explains the problem with %s', async (_, fields, words) => {
    const { sandbox, client } = await start()
    const { channel_id } = await client.createChannel({ transport: 'whatsapp', credentials: {} })
    const { url } = await client.createChannelsLink({ channel_id })
    sandbox.clock.advance(1_000)
    await expect.poll(() => read(url)).toContain('src="data:image/png;base64,')
    const { text } = await press(url, fields)
    expect(text).toContain(words)
    expect(text).toContain('role="alert"')
  })

  it('asks for the second factor again after a wrong one', async () => {
    const { sandbox, client } = await start()
    const { channel_id } = await client.createChannel({ transport: 'tgapi', credentials: {} })
    const { url } = await client.createChannelsLink({ channel_id })
    sandbox.clock.advance(1_000)
    await expect.poll(() => read(url)).toContain('src="data:image/png;base64,')
    const asked = await press(url, { step: 'connect', plainId: 'company', password: '42' })
    expect(asked.text).toContain('Telegram asks for the second factor')
    expect((await press(url, { step: 'password', password: '43' })).text).toContain('The second factor is wrong')
    const { text } = await press(url, { step: 'password', password: '42' })
    expect(text).toContain('Importing messages')
  })

  it('shows a code to enter instead of scanning', async () => {
    const { sandbox, client } = await start()
    const { channel_id } = await client.createChannel({ transport: 'whatsapp', credentials: {} })
    const { url } = await client.createChannelsLink({ channel_id })
    sandbox.clock.advance(1_000)
    await expect.poll(() => read(url)).toContain('src="data:image/png;base64,')
    const { text } = await press(url, { step: 'pair', plainId: '+371 90 111 122' })
    expect(text).toContain('The code for 37190111122')
    expect(text).toMatch(/class="code">[A-Z1-9]{4}-[A-Z1-9]{4}</)
    expect((await press(url, { step: 'enterCode' })).text).toContain('Importing messages')
  })

  it.each([
    ['notEnoughMoney', 'The channel is not paid for.'],
    ['openElsewhere', 'The account is connected elsewhere.'],
    ['blocked', 'The messenger has blocked this account.'],
  ])('explains why a channel does not work: %s', async (state, words) => {
    const { sandbox, client } = await start()
    const { channel_id } = await client.createChannel({ transport: 'whatsapp', credentials: {} })
    const { url } = await client.createChannelsLink({ channel_id })
    await callSandbox(sandbox, `POST /_sandbox/channels/${channel_id}/state`, { body: { state } })
    expect(await read(url)).toContain(words)
    expect((await press(url, { step: 'reinit' })).text).toContain('Starting.')
  })

  it('does not show a message from its address', async () => {
    const { client } = await start()
    const { url } = await client.createChannelsLink()
    expect(await read(`${url}?problem=%3Cb%3Ehacked`)).not.toContain('hacked')
    expect(await read(`${url}?problem=toString`)).not.toContain('role="alert"')
  })

  it('rejects modified and expired links', async () => {
    const { sandbox, client } = await start()
    const { url } = await client.createChannelsLink()
    expect(await fetch(`${url}x`)).toMatchObject({ status: 404 })
    sandbox.clock.advance(24 * 60 * 60 * 1000)
    expect(await fetch(url)).toMatchObject({ status: 404 })
    await expect(client.createChannelsLink({ channel_id: 'nothing' })).rejects.toMatchObject({ status: 404 })
  })
})
