import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { type Receiver, startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate } from '../../../test/whatomateClient.ts'
import type { Sandbox } from '../../index.ts'
import type { Delivery } from './delivery.ts'

async function start(): Promise<{ sandbox: Sandbox; receiver: Receiver }> {
  const sandbox = await startSandbox()
  const receiver = await startReceiver()
  const subscriptions = { messagesAndStatuses: true }
  await createV3Client(sandbox).setWebhooks({ webhooksUri: receiver.url, subscriptions })
  receiver.calls.length = 0
  return { sandbox, receiver }
}

async function listDeliveries(sandbox: Sandbox): Promise<Delivery[]> {
  const { json } = await callSandbox(sandbox, 'GET /_sandbox/webhooks')
  return (json as { deliveries: Delivery[] }).deliveries // Our own control API, tried elsewhere.
}

function textsOf({ calls }: Receiver): unknown[] {
  return calls.map(({ json }) => (json as { messages?: { text: string }[] }).messages?.[0]?.text)
}

describe('a delivery', () => {
  it('is recorded with the receiver’s response', async () => {
    const { sandbox, receiver } = await start()
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await expect
      .poll(() => listDeliveries(sandbox))
      .toMatchObject([{ status: 'delivered', attempts: [{ status: 200 }] }])
    receiver.answer.status = 503
    await sandbox.simulate.message({ ...ann, text: 'Two' })
    await expect
      .poll(() => listDeliveries(sandbox))
      .toMatchObject([
        { status: 'delivered' },
        { vendor: 'wazzup-v3', event: 'messagesAndStatuses', status: 'failed', attempts: [{ status: 503 }] },
      ])
  })

  it('is recorded as failed when nothing listens at the address', async () => {
    const { sandbox } = await start()
    const gone = await startReceiver()
    await createV3Client(sandbox).setWebhooks({ webhooksUri: gone.url, subscriptions: { messagesAndStatuses: true } })
    gone.hangUp()
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await expect
      .poll(() => listDeliveries(sandbox))
      .toMatchObject([{ status: 'failed', attempts: [{ error: expect.any(String) }] }])
  })

  it('can be repeated alone, or with all others in order', async () => {
    const { sandbox, receiver } = await start()
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await sandbox.simulate.message({ ...ann, text: 'Two' })
    await expect.poll(() => textsOf(receiver)).toEqual(['One', 'Two'])
    const [first] = await listDeliveries(sandbox)
    const again = await callSandbox(sandbox, `POST /_sandbox/webhooks/${first?.deliveryId}/replay`)
    expect(again).toMatchObject({ status: 201, json: { status: 'delivered', replayOf: first?.deliveryId } })
    expect(receiver.calls[2]?.text).toBe(receiver.calls[0]?.text)
    await callSandbox(sandbox, 'POST /_sandbox/webhooks/replay')
    expect(textsOf(receiver)).toEqual(['One', 'Two', 'One', 'One', 'Two', 'One'])
    expect(await callSandbox(sandbox, 'POST /_sandbox/webhooks/nothing/replay')).toMatchObject({ status: 404 })
  })

  it('keeps the order of events, however slow the receiver is', async () => {
    const { sandbox, receiver } = await start()
    const texts = Array.from({ length: 30 }, (_, index) => String(index))
    for (const text of texts) await sandbox.simulate.message({ ...(Number(text) % 2 ? ann : bob), text })
    await expect.poll(() => textsOf(receiver)).toEqual(texts)
  })
})

describe('a delivery fault', () => {
  const write = async (sandbox: Sandbox, texts: string[]): Promise<void> => {
    for (const text of texts) await sandbox.simulate.message({ ...ann, text })
  }

  it.each([
    ['drop', { kind: 'drop', times: 1, after: 1 }, ['One', 'Three']],
    ['duplicate', { kind: 'duplicate', times: 1 }, ['One', 'One', 'Two', 'Three']],
    ['reorder', { kind: 'reorder', times: 1 }, ['Two', 'One', 'Three']],
    ['fault for another vendor', { kind: 'drop', vendor: 'wazzup-v2' }, ['One', 'Two', 'Three']],
  ])('%s changes the delivery as described', async (_, fault, texts) => {
    const { sandbox, receiver } = await start()
    expect(await callSandbox(sandbox, 'POST /_sandbox/webhooks/faults', { body: fault })).toMatchObject({ status: 201 })
    await write(sandbox, ['One', 'Two', 'Three'])
    await expect.poll(() => textsOf(receiver)).toEqual(texts)
  })

  it('delay holds a delivery back until it is due, while others pass', async () => {
    const { sandbox, receiver } = await start()
    const body = { kind: 'delay', delayMs: 60_000, times: 1 }
    await callSandbox(sandbox, 'POST /_sandbox/webhooks/faults', { body })
    await write(sandbox, ['One', 'Two'])
    await expect.poll(() => textsOf(receiver)).toEqual(['Two'])
    expect(await listDeliveries(sandbox)).toMatchObject([{ status: 'held', fault: 'delay' }, { status: 'delivered' }])
    sandbox.clock.advance(60_000)
    await expect.poll(() => textsOf(receiver)).toEqual(['Two', 'One'])
  })

  it('counts its hits, and is rejected if invalid', async () => {
    const { sandbox, receiver } = await start()
    await callSandbox(sandbox, 'POST /_sandbox/webhooks/faults', { body: { kind: 'drop', times: 1 } })
    await write(sandbox, ['One', 'Two'])
    await expect.poll(() => textsOf(receiver)).toEqual(['Two'])
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/webhooks/faults')
    expect(json).toMatchObject({ faults: [{ kind: 'drop', matches: 2, hits: 1 }] })
    for (const body of [{ kind: 'delay' }, { kind: 'drop', delayMs: 5 }, { kind: 'lose' }]) {
      expect(await callSandbox(sandbox, 'POST /_sandbox/webhooks/faults', { body })).toMatchObject({ status: 400 })
    }
  })
})

describe('an address of a local network', () => {
  it.each([
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[fd00::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://0.0.0.0:4010/',
    'http://0x0a000001/',
  ])('%s is not called', async (webhooksUri) => {
    const sandbox = await startSandbox()
    const { status, json } = await callV3(sandbox, 'PATCH /v3/webhooks', { body: { webhooksUri, subscriptions: {} } })
    expect({ status, json }).toMatchObject({
      status: 400,
      json: { error: 'testPostNotPassed', description: expect.stringContaining('allowPrivateAddresses') },
    })
  })
})

describe('an address on the internet', () => {
  // Reserved for documentation: nobody is there.
  it.each(['http://203.0.113.7/hook', 'http://[2001:db8::7]/', 'http://[::ffff:203.0.113.7]/', 'http://0xcb007107/'])(
    '%s is not called by default, in any API, and the error names the flag',
    async (url) => {
      const sandbox = await startSandbox()
      const flag = expect.stringContaining('--allow-public-webhooks')
      expect(await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url } })).toMatchObject({
        status: 400,
        json: { error: { code: 'TEST_POST_NOT_PASSED', description: flag } },
      })
      const settings = { webhooksUri: url, subscriptions: {} }
      expect(await callV3(sandbox, 'PATCH /v3/webhooks', { body: settings })).toMatchObject({
        status: 400,
        json: { error: 'testPostNotPassed', description: flag },
      })
      const headers = { authorization: `Bearer ${sandbox.apiKey}` }
      const targets = { data: [{ url, event: 'message.add' }] }
      expect(await callSandbox(sandbox, 'POST /tech/v2/webhooks', { headers, body: targets })).toMatchObject({
        status: 400,
        json: { message: flag },
      })
      const made = await callWhatomate(sandbox, 'POST /api/webhooks', {
        name: 'CRM',
        url,
        events: ['message.incoming'],
      })
      const { id } = (made.json as { data: { id: string } }).data // Just made.
      expect(await callWhatomate(sandbox, `POST /api/webhooks/${id}/test`)).toMatchObject({
        status: 502,
        json: { message: flag },
      })
      await sandbox.simulate.message({ ...ann, text: 'One' })
      await expect
        .poll(() => listDeliveries(sandbox))
        .toMatchObject([{ vendor: 'whatomate', attempts: [{ error: flag }] }])
    },
  )
})

describe('a sandbox that is closed', () => {
  it('does not wait for a receiver that never responds', async () => {
    const { sandbox, receiver } = await start()
    receiver.answer.hang = true
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await expect.poll(() => receiver.calls.length).toBe(1)
    await sandbox.close()
  })
})
