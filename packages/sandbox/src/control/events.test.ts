import { describe, expect, it, onTestFinished } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { ann } from '../../test/fixtures/people.ts'
import { getLink } from '../../test/getLink.ts'
import { startReceiver } from '../../test/startReceiver.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import type { Sandbox } from '../index.ts'
import type { Account } from '../server/account.ts'
import type { AccountChange } from './accountEvents.ts'
import { events } from './events.ts'
import type { Topic } from './topics.ts'

/** Subscribes like the inspector. @returns a function that reads on and returns the topics so far */
async function listen({ url }: Sandbox): Promise<() => Promise<string[]>> {
  const read = await readStream(`${url}/_sandbox/events`)
  expect(await read()).toContain('event: open')
  return async () => [...(await read()).matchAll(/event: changed\ndata: (\w+)/g)].map(([, topic = '']) => topic)
}

/** Opens a stream. @returns a function that reads on and returns the text so far */
async function readStream(url: string): Promise<() => Promise<string>> {
  const { body } = await fetch(url)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  onTestFinished(() => reader?.cancel())
  let text = ''
  return async () => {
    text += (await reader?.read())?.value ?? ''
    return text
  }
}

const hit = { operation: '*', fault: { kind: 'status', status: 500 } } as const

const changes: [topic: Topic, what: string, change: (sandbox: Sandbox) => unknown][] = [
  ['chats', 'a message arrives', ({ simulate }) => simulate.message({ ...ann, text: 'Hello' })],
  ['requests', 'a request arrives', (sandbox) => callSandbox(sandbox, 'GET /v2/channels')],
  ['faults', 'a rule is added', ({ faults }) => faults.add(hit)],
  ['quirks', 'a quirk is switched', ({ quirks }) => quirks.set('wazzup-v2.iframeCreated', true)],
  ['clock', 'time is advanced', ({ clock }) => clock.advance(1_000)],
  ['clock', 'time is frozen', ({ clock }) => clock.setMode({ mode: 'frozen' })],
  ['snapshots', 'a snapshot is saved', ({ snapshots }) => snapshots.save('busy day')],
  ['settings', 'a setting changes', ({ settings }) => settings.change({ balance: 'empty' })],
  ['customers', 'a customer changes', ({ simulate }) => simulate.customer({ ...ann, standing: 'noAccount' })],
  ['webhooks', 'the log of deliveries is cleared', ({ webhooks }) => webhooks.clear()],
  ['settings', 'the account is reset', (sandbox) => sandbox.reset()],
  ['customers', 'the account is reset', (sandbox) => sandbox.reset()],
  ['links', 'a CRM requests a link', (sandbox) => getLink(sandbox)],
]

describe('the stream of the inspector', () => {
  it.each(changes)('reports %s when %s', async (topic, _, change) => {
    const sandbox = await startSandbox()
    const told = await listen(sandbox)
    await change(sandbox)
    await expect.poll(told).toContain(topic)
  })

  it('reports webhooks when an address is registered or removed', async () => {
    const sandbox = await startSandbox()
    const { url } = await startReceiver()
    const told = await listen(sandbox)
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url } })
    await expect.poll(told).toEqual(expect.arrayContaining(['requests', 'webhooks']))
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: null } })
    await expect.poll(async () => (await told()).filter((topic) => topic === 'webhooks')).toHaveLength(2)
  })

  it('reports faults when a rule counts a request and lets it pass', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ ...hit, after: 5 })
    const told = await listen(sandbox)
    await callSandbox(sandbox, 'GET /v2/channels')
    await expect.poll(told).toContain('faults')
    expect(sandbox.faults.list()).toMatchObject([{ seen: 1, hits: 0 }])
  })

  it('ends for a client that disconnects before the first event', async () => {
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
      ...{
        journal: source,
        sockets: source,
        faults: source,
        quirks: source,
        clock: source,
        snapshots: source,
        links: source,
      },
    }
    const response = await events({ account: account as Account }).request('/events') // The route reads nothing else.
    expect(listeners.size).toBe(10)
    await response.body?.cancel()
    await expect.poll(() => listeners.size).toBe(0)
  })
})

describe('the stream of all accounts', () => {
  it('reports changes of each account, and accounts that are added', async () => {
    const sandbox = await startSandbox()
    const before = await sandbox.addAccount()
    const read = await readStream(`${sandbox.url}/_sandbox/accounts/events`)
    expect(await read()).toContain('event: ready')
    const after = await sandbox.addAccount()
    await expect.poll(read).toContain('event: accounts\n')
    for (const account of [sandbox, before, after]) {
      account.clock.advance(1_000)
      const change = { accountId: account.accountId, topic: 'clock' } satisfies AccountChange
      await expect.poll(read).toContain(`event: changed\ndata: ${JSON.stringify(change)}\n`)
    }
  })
})
