import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { clientVersions, watchCounter } from '../../../test/counterClients.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const answer = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' }

describe.each(clientVersions)('the counter, over Socket.IO %s', (version) => {
  it('sends the number at once, and after each change', async () => {
    const sandbox = await startSandbox()
    const client = watchCounter({ url: sandbox.url, version, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await sandbox.simulate.message({ ...ann, text: 'Anybody there?' })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }, { counter: 1 }, { counter: 2 }])
    await callSandbox(sandbox, 'POST /v2/send_message', { body: answer })
    await expect.poll(() => client.values.slice(3)).toEqual([{ counter: 0 }])
  })

  it.each([
    ['a wrong key', { apiKey: 'not-the-key', userId: '7' }, /^No account of the sandbox has this API key/],
    ['no key', { userId: '7' }, /^apiV2IframeConnecting: apiKey: is required/],
    ['no user', { apiKey: 'sandbox_wazzup' }, /^apiV2IframeConnecting: userId: is required/],
    ['an object for a user', { apiKey: 'sandbox_wazzup', userId: {} }, /userId: must be a text.*, not an object$/],
    ['a text instead of data', 'sandbox_wazzup', /data: must be an object, not a text$/],
    ['nothing', undefined, /data: must be an object, not null$/],
  ])('disconnects %s without a number, after it has said why', async (_, hello, reason) => {
    const sandbox = await startSandbox()
    const client = watchCounter({ url: sandbox.url, version, hello })
    await expect.poll(() => client.ends).toEqual(['io server disconnect'])
    expect(client.values).toEqual([])
    expect(client.errors).toEqual([{ message: expect.stringMatching(reason) }])
    expect(JSON.stringify(client.errors)).not.toContain('sandbox_wazzup')
  })
})

describe('the counter', () => {
  it('counts messages, not dialogues, and one reply clears one dialogue', async () => {
    const sandbox = await startSandbox()
    const client = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: 7 } })
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await sandbox.simulate.message({ ...ann, text: 'Two' })
    await sandbox.simulate.message({ ...bob, text: 'Three' })
    await expect.poll(() => client.values.at(-1)).toEqual({ counter: 3 })
    await callSandbox(sandbox, 'POST /v2/send_message', { body: answer })
    await expect.poll(() => client.values.at(-1)).toEqual({ counter: 1 })
  })

  it('stays when a chat is opened and read, and falls with a reply from the window', async () => {
    const sandbox = await startSandbox()
    const client = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const { socket } = await openWindow(sandbox, { activeChat: ann })
    await socket.emitWithAck('messages', ann)
    await socket.emitWithAck('send', { ...ann, text: 'Hello, Ann', clientMessageId: 'first' })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }, { counter: 1 }, { counter: 0 }])
  })

  it('is silent while the number stays the same', async () => {
    const sandbox = await startSandbox()
    const client = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }])
    await callSandbox(sandbox, 'POST /v2/send_message', { body: answer })
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }, { counter: 1 }])
  })

  it('returns to 0 with a reset', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const client = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => client.values).toEqual([{ counter: 1 }])
    await sandbox.reset()
    await expect.poll(() => client.values).toEqual([{ counter: 1 }, { counter: 0 }])
  })

  it('switches to another user over the same connection', async () => {
    const sandbox = await startSandbox()
    const contact = { id: 1, name: 'Ann', responsibleUserId: '8', chats: [ann] }
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [contact] })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const client = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }])
    client.emit('apiV2IframeConnecting', { apiKey: sandbox.apiKey, userId: '8' })
    await expect.poll(() => client.values).toEqual([{ counter: 0 }, { counter: 1 }])
  })
})
