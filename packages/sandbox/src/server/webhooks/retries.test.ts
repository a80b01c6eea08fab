import { describe, expect, it } from 'vitest'
import { ann } from '../../../test/fixtures/people.ts'
import { type Receiver, startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { subscribeTech, subscribeV3 } from '../../../test/subscribe.ts'
import { callWhatomate } from '../../../test/whatomateClient.ts'
import type { Sandbox } from '../../index.ts'

/** Time stands, so that nothing comes again before its time. */
const frozen = { clock: { mode: 'frozen' } } as const

const lastOf = (sandbox: Sandbox) => sandbox.webhooks.list().at(-1)

async function startWhatomate(): Promise<{ sandbox: Sandbox; receiver: Receiver }> {
  const sandbox = await startSandbox(frozen)
  const receiver = await startReceiver()
  const body = { name: 'CRM', url: receiver.url, events: ['message.incoming'] }
  await callWhatomate(sandbox, 'POST /api/webhooks', body)
  return { sandbox, receiver }
}

describe("Whatomate's webhooks", () => {
  it('are sent up to three times, with retries after 2 and 4 seconds', async () => {
    const { sandbox, receiver } = await startWhatomate()
    receiver.answer.status = 500
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => lastOf(sandbox)).toMatchObject({ status: 'waiting', attempts: [{ status: 500 }] })
    sandbox.clock.advance(1_999)
    expect(receiver.calls).toHaveLength(1)
    sandbox.clock.advance(1)
    await expect.poll(() => lastOf(sandbox)?.attempts).toHaveLength(2)
    sandbox.clock.advance(4_000)
    await expect.poll(() => lastOf(sandbox)).toMatchObject({ status: 'failed', attempts: [{}, {}, { status: 500 }] })
    sandbox.clock.advance(60_000)
    expect(receiver.calls.map(({ text }) => text)).toEqual(Array(3).fill(receiver.calls[0]?.text))
  })

  it('do not block each other, and are acknowledged by any 2xx status', async () => {
    const { sandbox, receiver } = await startWhatomate()
    receiver.answer.status = 503
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await expect.poll(() => lastOf(sandbox)).toMatchObject({ status: 'waiting', attempts: [{ status: 503 }] })
    receiver.answer.status = 204
    await sandbox.simulate.message({ ...ann, text: 'Two' })
    await expect.poll(() => lastOf(sandbox)?.status).toBe('delivered')
    sandbox.clock.advance(2_000)
    await expect.poll(() => sandbox.webhooks.list()[0]).toMatchObject({ status: 'delivered', attempts: [{}, {}] })
    const contents = receiver.calls.map(({ json }) => Object(json).data.content)
    expect(contents).toEqual(['One', 'Two', 'One'])
  })
})

describe("Wazzup's webhooks", () => {
  it('are acknowledged by 200 only, and are not retried', async () => {
    const sandbox = await startSandbox(frozen)
    const { receiver } = await subscribeV3(sandbox, { messagesAndStatuses: true })
    receiver.answer.status = 201
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => lastOf(sandbox)).toMatchObject({ status: 'failed', attempts: [{ status: 201 }] })
  })

  it('are retried over the tech API by a quirk, with the same key, unless the CRM rejected them', async () => {
    const sandbox = await startSandbox({ ...frozen, quirks: ['wazzup-tech.webhookRetries'] })
    const { receiver } = await subscribeTech(sandbox, 'message.add')
    receiver.answer.status = 404
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await expect.poll(() => lastOf(sandbox)?.status).toBe('failed')
    receiver.answer.status = 500
    await sandbox.simulate.message({ ...ann, text: 'Two' })
    await expect.poll(() => lastOf(sandbox)).toMatchObject({ status: 'waiting', attempts: [{ status: 500 }] })
    receiver.answer.status = 200
    sandbox.clock.advance(10_000)
    await expect.poll(() => lastOf(sandbox)?.status).toBe('delivered')
    const keys = receiver.calls.map(({ json }) => Object(json).meta.idempotency_key)
    expect(keys).toEqual([keys[0], keys[1], keys[1]])
    expect(keys[0]).not.toBe(keys[1])
  })
})
