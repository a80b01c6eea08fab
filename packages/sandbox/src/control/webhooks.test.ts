import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { ann } from '../../test/fixtures/people.ts'
import { startReceiver } from '../../test/startReceiver.ts'
import { startSandbox } from '../../test/startSandbox.ts'

async function start() {
  const sandbox = await startSandbox()
  const receiver = await startReceiver()
  await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver.url } })
  const write = (text: string) => sandbox.simulate.message({ ...ann, text })
  const arrived = () => receiver.calls.filter(({ text }) => !text.includes('"test"')).length
  return { sandbox, receiver, write, arrived }
}

describe('the control API', () => {
  it('lists webhook addresses without their secrets', async () => {
    const { sandbox, receiver } = await start()
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/webhooks')
    const endpoint = { endpointId: expect.any(String), vendor: 'wazzup-v2', url: receiver.url }
    expect(json).toEqual({ deliveries: [], endpoints: [{ ...endpoint, events: expect.arrayContaining(['messages']) }] })
  })

  it('clears deliveries', async () => {
    const { sandbox, write } = await start()
    await write('Hello')
    await expect.poll(() => sandbox.webhooks.list()).toMatchObject([{ status: 'delivered' }])
    await callSandbox(sandbox, 'DELETE /_sandbox/webhooks')
    expect(sandbox.webhooks.list()).toEqual([])
  })

  it('switches a delivery fault off and on, and removes it', async () => {
    const { sandbox, write, arrived } = await start()
    await callSandbox(sandbox, 'POST /_sandbox/webhooks/faults', { body: { kind: 'drop' } })
    const off = await callSandbox(sandbox, 'PATCH /_sandbox/webhooks/faults/1', { body: { on: false } })
    expect(off).toMatchObject({ status: 200, json: { faults: [{ faultId: 1, on: false }] } })
    await write('One')
    await expect.poll(arrived).toBe(1)
    await callSandbox(sandbox, 'PATCH /_sandbox/webhooks/faults/1', { body: { on: true } })
    await write('Two')
    await expect.poll(() => sandbox.webhooks.list()).toMatchObject([{ status: 'delivered' }, { status: 'dropped' }])
    expect((await callSandbox(sandbox, 'DELETE /_sandbox/webhooks/faults/1')).json).toEqual({ faults: [] })
    await write('Three')
    await expect.poll(arrived).toBe(2)
  })

  it('rejects an unknown delivery fault', async () => {
    const { sandbox } = await start()
    const missing = { status: 404, json: refusal('FAULT_NOT_FOUND') }
    expect(await callSandbox(sandbox, 'DELETE /_sandbox/webhooks/faults/9')).toMatchObject(missing)
    const switched = await callSandbox(sandbox, 'PATCH /_sandbox/webhooks/faults/9', { body: { on: true } })
    expect(switched).toMatchObject(missing)
  })
})
