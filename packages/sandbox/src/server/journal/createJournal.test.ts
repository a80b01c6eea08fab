import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { whatomateKey } from '../../../test/whatomateClient.ts'
import { RequestNotSeenError } from '../../store/errors.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('the journal', () => {
  it('records the operation and the outcome of a request', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    await callSandbox(sandbox, 'POST /v2/send_message', { body: {} })
    await callSandbox(sandbox, 'POST /v2/send_mesage', { body: {} })
    await callSandbox(sandbox, 'POST /v2/iframe', { body: {}, headers: { authorization: 'Basic wrong' } })
    expect(sandbox.requests()).toMatchObject([
      { id: 1, operation: 'wazzup-v2.sendMessage', verdict: 'answered', status: 201, body: message },
      { id: 2, operation: 'wazzup-v2.sendMessage', verdict: 'refused', status: 400, body: {} },
      { id: 3, operation: null, verdict: 'unknown', status: 501, path: '/v2/send_mesage' },
      { id: 4, operation: 'wazzup-v2.createIframe', verdict: 'unauthorized', status: 401 },
    ])
    expect(sandbox.requests({ verdict: 'answered' })).toMatchObject([{ answer: { messageId: expect.any(String) } }])
    expect(sandbox.requests({ operation: 'wazzup-v2.sendMessage', after: 1 })).toHaveLength(1)
  })

  it('records a request’s time of arrival, however long its response took', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    sandbox.faults.add({ operation: '*', fault: { kind: 'delay', ms: 60_000 } })
    const cameAt = sandbox.clock.now()
    const answered = callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    sandbox.clock.advance(60_000)
    await answered
    expect(sandbox.requests()).toMatchObject([{ at: cameAt }])
  })

  it('keeps the text of a response, and sends its bytes unchanged', async () => {
    const sandbox = await startSandbox()
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x0a])
    const file = { name: 'notes.txt', type: 'text/plain', data: bytes.toString('base64') }
    const { messageId } = await sandbox.simulate.message({ ...ann, file })
    const response = await fetch(`${sandbox.url}/whatomate/api/media/${messageId}`, {
      headers: { 'x-api-key': whatomateKey },
    })
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'content-type': 'text/plain', 'content-length': '6' })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(sandbox.requests()).toMatchObject([{ operation: 'whatomate.fetchMedia', status: 200, answer: 'A\ufffd\n' }])
  })

  it('contains no key', async () => {
    const sandbox = await startSandbox({ apiKey: 'canary-key' })
    await callSandbox(sandbox, 'GET /v2/canary-key?key=canary-key')
    const [entry] = sandbox.requests()
    expect(entry?.headers.authorization).toBe('Basic …')
    expect(JSON.stringify({ path: entry?.path, headers: entry?.headers })).not.toContain('canary')
  })

  it('waits for a future request, and finds a past one', async () => {
    const sandbox = await startSandbox()
    const waiting = sandbox.waitForRequest({ body: { text: 'Hello' } })
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    expect(await waiting).toMatchObject({ id: 1 })
    expect(await sandbox.waitForRequest({ operation: 'wazzup-v2.sendMessage' })).toMatchObject({ id: 1 })
  })

  it('names the requests that arrived instead of the expected one', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const waiting = sandbox.waitForRequest({ operation: 'wazzup-v2.createIframe' }, { timeoutMs: 1 })
    await expect(waiting).rejects.toThrow(RequestNotSeenError)
    await expect(waiting).rejects.toThrow('wazzup-v2.sendMessage answered 201')
  })

  it('keeps the last thousand requests', async () => {
    const sandbox = await startSandbox({ limit: false })
    for (let index = 0; index < 1_005; index++) await callSandbox(sandbox, 'GET /v2/nothing')
    expect(sandbox.requests()).toHaveLength(1_000)
    expect(sandbox.requests()[0]).toMatchObject({ id: 6 })
  })
})
