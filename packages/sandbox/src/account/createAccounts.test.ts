import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { watchCounter } from '../../test/counterClients.ts'
import { ann } from '../../test/fixtures/people.ts'
import { getMessages } from '../../test/getMessages.ts'
import { makeFolder } from '../../test/makeFolder.ts'
import { connectWithToken } from '../../test/openWindow.ts'
import { startSandbox } from '../../test/startSandbox.ts'

const one = { apiKey: 'key-of-one' }

describe('an account', () => {
  it('is created with keys of its own, given or generated', async () => {
    const sandbox = await startSandbox()
    const made = await callSandbox(sandbox, 'POST /_sandbox/accounts', { body: one })
    expect(made).toMatchObject({
      status: 201,
      json: { apiKey: 'key-of-one', whatomateKey: expect.stringMatching(/^whm_[0-9a-f]{32}$/) },
    })
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/accounts')
    expect(json).toMatchObject({ accounts: [{ apiKey: 'sandbox_wazzup' }, { apiKey: 'key-of-one' }] })
    const again = await callSandbox(sandbox, 'POST /_sandbox/accounts', { body: one })
    expect(again).toMatchObject({ status: 409, json: refusal('ACCOUNT_EXISTS') })
  })

  it('keeps its data, clock and windows separate from other accounts', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /_sandbox/accounts', { body: one })
    const headers = { 'x-sandbox-key': one.apiKey }
    const body = { ...ann, text: 'Hello' }
    const [own, others] = [one.apiKey, sandbox.apiKey].map((apiKey) =>
      watchCounter({ url: sandbox.url, hello: { apiKey, userId: '7' } }),
    )
    await expect.poll(() => [own?.values, others?.values]).toEqual([[{ counter: 0 }], [{ counter: 0 }]])
    await callSandbox(sandbox, 'POST /_sandbox/simulate/message', { body, headers })
    await expect.poll(() => own?.values).toEqual([{ counter: 0 }, { counter: 1 }])
    expect(others?.values).toEqual([{ counter: 0 }])
    expect(await getMessages(sandbox, ann)).toEqual([])
    await callSandbox(sandbox, 'POST /_sandbox/clock/advance', { body: { ms: 3_600_000 }, headers })
    expect(Math.abs(sandbox.clock.now() - Date.now())).toBeLessThan(60_000)
  })

  it('creates links to its own chats', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /_sandbox/accounts', { body: one })
    const headers = { 'x-sandbox-key': one.apiKey }
    await callSandbox(sandbox, 'POST /_sandbox/simulate/message', { body: { ...ann, text: 'Hello' }, headers })
    const { json } = await callSandbox(sandbox, 'POST /v2/iframe', {
      body: { user: { id: '7', name: 'Kate' }, scope: 'global' },
      headers: { authorization: `Basic ${one.apiKey}` },
    })
    const token = new URL(String(Object(json).url)).searchParams.get('token')
    const socket = connectWithToken(sandbox, token)
    expect(await new Promise((resolve) => socket.on('opened', resolve))).toMatchObject({ chats: [ann] })
  })

  it('is found by its number, and by no other', async () => {
    const sandbox = await startSandbox()
    expect((await callSandbox(sandbox, 'GET /_sandbox/chats?account=10000001')).status).toBe(200)
    const missing = await callSandbox(sandbox, 'GET /_sandbox/chats?account=7')
    expect(missing).toMatchObject({ status: 404, json: refusal('ACCOUNT_NOT_FOUND') })
  })

  it('survives a restart with its data when the sandbox uses a data file', async () => {
    const data = `${await makeFolder()}/sandbox.db`
    const headers = { 'x-sandbox-key': one.apiKey }
    const before = await startSandbox({ data })
    await callSandbox(before, 'POST /_sandbox/accounts', { body: one })
    await callSandbox(before, 'POST /_sandbox/simulate/message', { body: { ...ann, text: 'Hello' }, headers })
    await before.close()
    const after = await startSandbox({ data })
    const { json } = await callSandbox(after, 'GET /_sandbox/chats', { headers })
    expect(json).toMatchObject({ chats: [{ ...ann, lastText: 'Hello' }] })
  })
})
