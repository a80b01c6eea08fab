import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { sendRaw } from '../../test/faultyRequests.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann } from '../../test/fixtures/people.ts'
import { getMessages } from '../../test/getMessages.ts'
import { startSandbox } from '../../test/startSandbox.ts'

const operation = 'wazzup-v2.sendMessage'
const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('a fault', () => {
  it("answers in the vendor's dialect, as often as it is told, and does nothing", async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, times: 1, fault: { kind: 'status', status: 503, code: 'UNAVAILABLE' } })
    const send = () => callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    expect(await send()).toMatchObject({ status: 503, json: refusal('UNAVAILABLE') })
    expect(await getMessages(sandbox, ann)).toEqual([])
    expect((await send()).status).toBe(201)
    expect(sandbox.requests()).toMatchObject([{ verdict: 'fault', status: 503, faultId: 'fault-1' }, { status: 201 }])
  })

  it("delays by the sandbox's clock", async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    sandbox.faults.add({ operation, fault: { kind: 'delay', ms: 60_000 } })
    const sent = callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    expect(sandbox.requests()).toEqual([])
    sandbox.clock.advance(60_000)
    expect((await sent).status).toBe(201)
  })

  it.each([
    [true, 1],
    [false, 0],
  ])('resets the connection, the request carried out: %s', async (acted, messages) => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, fault: { kind: 'reset', acted } })
    expect(await sendRaw(sandbox, message)).toMatchObject({ status: undefined, end: 'ECONNRESET' })
    expect(await getMessages(sandbox, ann)).toHaveLength(messages)
    expect(sandbox.requests()).toMatchObject([{ verdict: 'fault', status: null }])
  })

  it('ends the answer in the middle', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, fault: { kind: 'truncate' } })
    const { status, text, end } = await sendRaw(sandbox, message)
    expect({ status, end }).toEqual({ status: 201, end: 'ECONNRESET' })
    expect(text).toMatch(/^\{"messageId"/)
    expect(text).not.toMatch(/\}$/)
    expect(await getMessages(sandbox, ann)).toHaveLength(1)
  })

  it('answers a page where JSON is expected', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, fault: { kind: 'notJson' } })
    expect(await sendRaw(sandbox, message)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^<!doctype html>/),
      end: 'complete',
    })
  })

  it('lets the answer drip', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'scaled', factor: 1_000 } })
    sandbox.faults.add({ operation, fault: { kind: 'drip', bytes: 10, everyMs: 1_000 } })
    const { status, text, end } = await sendRaw(sandbox, message)
    expect({ status, end }).toEqual({ status: 201, end: 'complete' })
    expect(JSON.parse(text)).toEqual({ messageId: expect.any(String) })
  })

  it('carries the request out and never answers', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, fault: { kind: 'hang' } })
    const sent = sendRaw(sandbox, message)
    await sandbox.waitForRequest({ operation, verdict: 'fault' })
    expect(await getMessages(sandbox, ann)).toHaveLength(1)
    await sandbox.close()
    expect(await sent).toMatchObject({ status: undefined, end: 'ECONNRESET' })
  })
})
