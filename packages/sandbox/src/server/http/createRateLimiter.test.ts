import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

describe('the limit of requests', () => {
  it('is 500 in 5 seconds for each key, by the clock', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    await callSandbox(sandbox, 'POST /_sandbox/accounts', { body: { apiKey: 'another' } })
    const ask = (headers = {}) => callSandbox(sandbox, 'GET /v2/nothing', { headers })
    for (let index = 0; index < 500; index++) await ask()
    expect(await ask()).toMatchObject({ status: 429, json: refusal('TOO_MANY_REQUESTS') })
    expect((await ask({ authorization: 'Basic another' })).status).toBe(501)
    sandbox.clock.advance(5_000)
    expect((await ask()).status).toBe(501)
  })
})
