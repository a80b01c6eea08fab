import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { startSandbox } from '../../test/startSandbox.ts'

describe('the control API', () => {
  it('adds, lists and removes faults', async () => {
    const sandbox = await startSandbox()
    const fault = { operation: 'wazzup-v2.sendMessage', fault: { kind: 'status', status: 503 }, times: 1 }
    const added = await callSandbox(sandbox, 'POST /_sandbox/faults', { body: fault })
    expect(added).toMatchObject({ status: 201, json: { id: 'fault-1', hits: 0, ...fault } })
    expect((await callSandbox(sandbox, 'POST /v2/send_message', { body: {} })).status).toBe(503)
    expect((await callSandbox(sandbox, 'GET /_sandbox/faults')).json).toMatchObject({ faults: [{ hits: 1 }] })
    expect((await callSandbox(sandbox, 'DELETE /_sandbox/faults/fault-1')).json).toEqual({ faults: [] })
    const missing = await callSandbox(sandbox, 'DELETE /_sandbox/faults/fault-1')
    expect(missing).toMatchObject({ status: 404, json: refusal('FAULT_NOT_FOUND') })
    const wrong = await callSandbox(sandbox, 'POST /_sandbox/faults', { body: { ...fault, operation: 'x' } })
    expect(wrong).toMatchObject({ status: 400, json: refusal('VALIDATION_ERROR') })
  })

  it('switches a fault off and on', async () => {
    const sandbox = await startSandbox()
    const { id } = sandbox.faults.add({ operation: 'wazzup-v2.*', fault: { kind: 'status', status: 503 } })
    const ask = async () => (await callSandbox(sandbox, 'GET /v2/channels')).status
    const off = await callSandbox(sandbox, `PATCH /_sandbox/faults/${id}`, { body: { on: false } })
    expect(off).toMatchObject({ status: 200, json: { faults: [{ id, on: false }] } })
    expect(await ask()).toBe(200)
    await callSandbox(sandbox, `PATCH /_sandbox/faults/${id}`, { body: { on: true } })
    expect(await ask()).toBe(503)
    const missing = await callSandbox(sandbox, 'PATCH /_sandbox/faults/fault-9', { body: { on: true } })
    expect(missing).toMatchObject({ status: 404, json: refusal('FAULT_NOT_FOUND') })
  })

  it('switches quirks', async () => {
    const sandbox = await startSandbox()
    const body = { on: true }
    const { json } = await callSandbox(sandbox, 'PUT /_sandbox/quirks/wazzup-v3.basicKey', { body })
    expect(json).toMatchObject({
      quirks: expect.arrayContaining([expect.objectContaining({ name: 'wazzup-v3.basicKey', on: true })]),
    })
    expect(sandbox.quirks.isOn('wazzup-v3.basicKey')).toBe(true)
    const wrong = await callSandbox(sandbox, 'PUT /_sandbox/quirks/other', { body })
    expect(wrong).toMatchObject({ status: 400, json: refusal('VALIDATION_ERROR') })
  })

  it('returns the mode of the clock, and changes it', async () => {
    const sandbox = await startSandbox()
    const at = Date.UTC(2027, 0, 15)
    const { json } = await callSandbox(sandbox, 'PUT /_sandbox/clock', { body: { mode: 'frozen', at } })
    expect(json).toEqual({ mode: 'frozen', at, now: '2027-01-15T00:00:00.000Z' })
    await callSandbox(sandbox, 'POST /_sandbox/clock/advance', { body: { ms: 1_000 } })
    expect((await callSandbox(sandbox, 'GET /_sandbox/clock')).json).toMatchObject({ now: '2027-01-15T00:00:01.000Z' })
  })

  it('lists matching requests, and clears them', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'GET /v2/nothing')
    await callSandbox(sandbox, 'POST /v2/iframe', { body: {} })
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/requests?verdict=refused')
    expect(json).toMatchObject({ requests: [{ operation: 'wazzup-v2.createIframe', status: 400 }] })
    expect((await callSandbox(sandbox, 'GET /_sandbox/requests?verdict=other')).status).toBe(400)
    await callSandbox(sandbox, 'DELETE /_sandbox/requests')
    expect(sandbox.requests()).toEqual([])
  })
})
