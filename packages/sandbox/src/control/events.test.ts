import { describe, expect, it, onTestFinished } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { ann } from '../../test/fixtures/people.ts'
import { startReceiver } from '../../test/startReceiver.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import type { Account } from '../server/account.ts'
import type { Sandbox } from '../index.ts'
import { events, type Topic } from './events.ts'

/** Listens as the inspector does. @returns a function that reads on and gives the topics told so far. */
async function listen({ url }: Sandbox): Promise<() => Promise<string[]>> {
  const { body } = await fetch(`${url}/_sandbox/events`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(() => reader?.cancel())
  let text = (await reader?.read())?.value ?? ''
  expect(text).toContain('event: open')
  return async () => {
    text += (await reader?.read())?.value ?? ''
    return [...text.matchAll(/event: changed\ndata: (\w+)/g)].map(([, topic = '']) => topic)
  }
}

const hit = { operation: '*', fault: { kind: 'status', status: 500 } } as const

const changes: [topic: Topic, what: string, change: (sandbox: Sandbox) => unknown][] = [
  ['chats', 'a message', ({ simulate }) => simulate.message({ ...ann, text: 'Hello' })],
  ['requests', 'a request', (sandbox) => callSandbox(sandbox, 'GET /v2/channels')],
  ['faults', 'a new rule', ({ faults }) => faults.add(hit)],
  ['quirks', 'a switched quirk', ({ quirks }) => quirks.set('wazzup-v2.iframeCreated', true)],
  ['clock', 'time that was moved', ({ clock }) => clock.advance(1_000)],
  ['clock', 'time that passes differently', ({ clock }) => clock.setMode({ mode: 'frozen' })],
  ['snapshots', 'a snapshot', ({ snapshots }) => snapshots.save('busy day')],
  ['settings', 'another setting', ({ settings }) => settings.change({ balance: 'empty' })],
  ['customers', 'what became of a customer', ({ simulate }) => simulate.customer({ ...ann, standing: 'noAccount' })],
  ['webhooks', 'deliveries that are forgotten', ({ webhooks }) => webhooks.clear()],
  ['settings', 'a reset', (sandbox) => sandbox.reset()],
  ['customers', 'a reset', (sandbox) => sandbox.reset()],
]

describe('the stream of the inspector', () => {
  it.each(changes)('says %s after %s', async (topic, _, change) => {
    const sandbox = await startSandbox()
    const told = await listen(sandbox)
    await change(sandbox)
    await expect.poll(told).toContain(topic)
  })

  it('says webhooks when an address is registered, and when it is given up', async () => {
    const sandbox = await startSandbox()
    const { url } = await startReceiver()
    const told = await listen(sandbox)
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url } })
    await expect.poll(told).toEqual(expect.arrayContaining(['requests', 'webhooks']))
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: null } })
    await expect.poll(async () => (await told()).filter((topic) => topic === 'webhooks')).toHaveLength(2)
  })

  it('says faults when a rule lets a request pass, which counts it', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ ...hit, after: 5 })
    const told = await listen(sandbox)
    await callSandbox(sandbox, 'GET /v2/channels')
    await expect.poll(told).toContain('faults')
    expect(sandbox.faults.list()).toMatchObject([{ seen: 1, hits: 0 }])
  })

  it('is over for one who leaves before the first word', async () => {
    const listeners = new Set<object>()
    const source = {
      subscribe() {
        const listener = {}
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    }
    const account: unknown = {
      store: { changes: source },
      webhooks: { ...source, faults: source },
      ...{ journal: source, sockets: source, faults: source, quirks: source, clock: source, snapshots: source },
    }
    const response = await events({ account: account as Account }).request('/events') // It reads nothing else of it.
    expect(listeners.size).toBe(9)
    await response.body?.cancel()
    await expect.poll(() => listeners.size).toBe(0)
  })
})
