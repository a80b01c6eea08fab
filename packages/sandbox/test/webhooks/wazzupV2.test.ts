import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import type { ChatEventKind } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { watchCounter } from '../counterClients.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { toSubscriber } from '../subscribe.ts'
import { createTechClient } from '../techClient.ts'
import { listEvents } from './listEvents.ts'

/** A frozen clock, so that only the proofs cause events. */
const frozen = { clock: { mode: 'frozen' } } as const

const createClient = ({ url, apiKey }: Sandbox) => createWazzupV2({ apiKey, baseUrl: url, counterUrl: url })

interface Proof {
  /** Triggers the event from outside. */
  act: (sandbox: Sandbox) => Promise<unknown>
  /** The kind of event that the vendors package parses it to. */
  kind: ChatEventKind
}

/** Webhooks by the key of their body. */
const webhooks: Record<string, Proof> = {
  messages: { kind: 'message', act: ({ simulate }) => simulate.message({ ...ann, text: 'Hello' }) },
  statuses: {
    kind: 'status',
    async act(sandbox) {
      await createClient(sandbox).sendMessage({ ...ann, channelId: channelIds.whatsapp, text: 'Hello' })
      sandbox.clock.advance(1_000)
    },
  },
  channels: {
    kind: 'channel',
    act: (sandbox) =>
      callSandbox(sandbox, `POST /_sandbox/channels/${channelIds.vk}/state`, { body: { state: 'notEnoughMoney' } }),
  },
  channelsList: {
    kind: 'channelList',
    act: (sandbox) => createTechClient(sandbox).deleteChannel({ channel_id: channelIds.vk }),
  },
}

/** Events of the counter, proved by the second test below. */
const socketEvents = ['apiV2IframeConnecting', 'apiV2Notify']

describe('every event of API V2', () => {
  it('has a proof', async () => {
    const named = await listEvents('wazzup-v2')
    expect([...socketEvents, ...Object.keys(webhooks)].sort()).toEqual(named.sort())
    expect(named).toHaveLength(6)
  })

  it('apiV2IframeConnecting gets apiV2Notify in response, and again when the count changes', async () => {
    const sandbox = await startSandbox(frozen)
    const { values } = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => values).toEqual([{ counter: 0 }])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => values).toEqual([{ counter: 0 }, { counter: 1 }])
  })

  it.each(Object.entries(webhooks))('%s is sent to the address of the account', async (key, proof) => {
    const sandbox = await startSandbox(frozen)
    const receiver = await startReceiver()
    await createClient(sandbox).setWebhooks({ url: receiver.url })
    const { received, understood } = toSubscriber('wazzup-v2', receiver)
    await proof.act(sandbox)
    await expect.poll(received).toContainEqual({ [key]: expect.arrayContaining([expect.anything()]) })
    expect((await understood()).map(({ kind }) => kind)).toContain(proof.kind)
    expect((await understood()).map(({ kind }) => kind)).not.toContain('unknown')
  })
})
