import { type ChatEventKind, parseWhatomateWebhook } from '@crm-chat/vendors/webhooks'
import { type LiveEvent, messageStatuses, type Whatomate, webhookEvents } from '@crm-chat/vendors/whatomate'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { collect } from '../collect.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { toSubscriber } from '../subscribe.ts'
import { callWhatomate, createWhatomateClient } from '../whatomateClient.ts'
import { listEvents } from './listEvents.ts'

/** A frozen clock, so that only the proofs cause events. */
const frozen = { clock: { mode: 'frozen' } } as const

interface Proof {
  /** Triggers the event from outside. */
  act: (sandbox: Sandbox) => Promise<unknown>
  /** The kind of event that the vendors package parses it to. */
  kind: ChatEventKind
}

const write = ({ simulate }: Sandbox) => simulate.message({ ...ann, text: 'Hello' })

async function send(sandbox: Sandbox, client: Whatomate = createWhatomateClient(sandbox)): Promise<void> {
  await write(sandbox)
  const [contact] = await collect(client.listContacts())
  await client.sendMessage({ contact_id: contact?.id ?? '', type: 'text', text: 'Hi' })
}

async function transfer({ simulate }: Sandbox, change: 'created' | 'assigned' | 'resumed'): Promise<void> {
  await simulate.message({ ...ann, text: 'Hello' })
  await simulate.transfer({ ...ann, change, ...(change === 'assigned' ? { agentId: 'agent-7' } : {}) })
}

const proofs: Record<string, Proof> = {
  'message.incoming': { kind: 'message', act: write },
  'message.sent': { kind: 'message', act: send },
  'message.outgoing': { kind: 'message', act: ({ simulate }) => simulate.reply({ ...ann, text: 'Hello' }) },
  'contact.created': { kind: 'contact', act: write },
  'transfer.created': { kind: 'transfer', act: (sandbox) => transfer(sandbox, 'created') },
  'transfer.assigned': { kind: 'transfer', act: (sandbox) => transfer(sandbox, 'assigned') },
  'transfer.resumed': { kind: 'transfer', act: (sandbox) => transfer(sandbox, 'resumed') },
}

async function subscribe(sandbox: Sandbox, events: string[]) {
  const receiver = await startReceiver()
  const body = { name: 'CRM', url: receiver.url, events, secret: 'secret' }
  await callWhatomate(sandbox, 'POST /api/webhooks', body)
  return toSubscriber('whatomate', receiver)
}

describe("every event of Whatomate's webhooks", () => {
  it('has a proof', () => {
    expect(Object.keys(proofs).sort()).toEqual(Object.keys(webhookEvents).sort())
  })

  it.each(Object.entries(proofs))('%s reaches its subscribers, signed', async (event, proof) => {
    const sandbox = await startSandbox(frozen)
    const { received, receiver } = await subscribe(sandbox, [event])
    const others = await subscribe(
      sandbox,
      Object.keys(webhookEvents).filter((other) => other !== event),
    )
    await proof.act(sandbox)
    const body = { event, timestamp: expect.any(String), data: expect.anything() }
    await expect.poll(() => received()[0]).toMatchObject(body)
    const [{ headers, text } = { headers: {}, text: '' }] = receiver.calls
    const understood = await parseWhatomateWebhook({ headers, body: text, options: { secret: 'secret' } })
    expect(understood).toMatchObject([{ kind: proof.kind, vendor: 'whatomate' }])
    expect(others.received()).not.toContainEqual(expect.objectContaining({ event }))
  })

  it('contact.created is sent once, and not for existing contacts', async () => {
    const sandbox = await startSandbox(frozen)
    const { received } = await subscribe(sandbox, ['contact.created', 'message.incoming'])
    await callWhatomate(sandbox, 'POST /api/contacts', { phone_number: ann.chatId, profile_name: 'Ann' })
    sandbox.clock.advance(1_000)
    await write(sandbox)
    await write(sandbox)
    await expect
      .poll(() => received().map((body) => Object(body).event))
      .toEqual(['contact.created', 'message.incoming', 'message.incoming'])
  })
})

describe('every status of a message', () => {
  it('is sent over the live socket', async () => {
    const sandbox = await startSandbox(frozen)
    const client = createWhatomateClient(sandbox)
    const events: LiveEvent[] = []
    const connected = new Promise<void>((resolve) => {
      onTestFinished(client.watchEvents({ onEvent: (event) => events.push(event), onConnected: resolve }))
    })
    await connected
    await send(sandbox, client)
    sandbox.clock.advance(10_000)
    const told = () => [...new Set(events.flatMap(toStatus))]
    await expect.poll(told).toContain('delivered')
    await sandbox.simulate.message({ ...ann, text: 'Thank you' }) // A customer who writes has read the messages.
    await expect.poll(told).toContain('read')
    const named = await listEvents('whatomate')
    expect(named).toHaveLength(4)
    expect(told()).toEqual(expect.arrayContaining(named))
    expect(Object.keys(messageStatuses)).toEqual(expect.arrayContaining(named))
  })
})

function toStatus(event: LiveEvent): string[] {
  if (event.type === 'status_update') return [event.status]
  return event.type === 'new_message' ? [String(event.message.status)] : []
}
