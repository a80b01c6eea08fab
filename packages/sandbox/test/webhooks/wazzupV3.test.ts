import { webhooksRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import type { ChatEventKind } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { subscribeV3 } from '../subscribe.ts'
import { createTechClient } from '../techClient.ts'
import { listEvents } from './listEvents.ts'

/** A frozen clock, so that only the proofs cause events. */
const frozen = { clock: { mode: 'frozen' } } as const

type Switch = keyof NonNullable<Parameters<typeof subscribeV3>[1]>

interface Proof {
  /** The subscription it belongs to. */
  switch: Switch
  /** Triggers the event from outside. */
  act: (sandbox: Sandbox) => Promise<unknown>
  /** The kind of event that the vendors package parses it to. */
  kind: ChatEventKind
}

const write = ({ simulate }: Sandbox) => simulate.message({ ...ann, text: 'Hello' })

/** Webhooks by the key of their body. */
const proofs: Record<string, Proof> = {
  messages: { switch: 'messagesAndStatuses', kind: 'message', act: write },
  statuses: {
    switch: 'messagesAndStatuses',
    kind: 'status',
    async act(sandbox) {
      await createV3Client(sandbox).sendMessage({ ...ann, channelId: channelIds.whatsapp, text: 'Hello' })
      sandbox.clock.advance(1_000)
    },
  },
  createContact: { switch: 'contactsAndDealsCreation', kind: 'contact', act: write },
  createDeal: {
    switch: 'contactsAndDealsCreation',
    kind: 'deal',
    async act(sandbox) {
      const contact = { id: '1', responsibleUserId: '7', name: 'Ann', contactData: [ann] }
      await createV3Client(sandbox).saveContacts([contact])
      await write(sandbox)
      await sandbox.simulate.deal({ ...ann, userId: '7' })
    },
  },
  channelsUpdates: {
    switch: 'channelsUpdates',
    kind: 'channel',
    act: ({ simulate }) => simulate.tier({ channelId: '020e3f61-e5df-447f-8ef9-ce8258e92c7a', tier: 'TIER_250' }),
  },
  templateStatus: {
    switch: 'templateStatus',
    kind: 'template',
    async act(sandbox) {
      const template = {
        title: 'greeting',
        waba: { waba_id: '1', waba_name: 'Shop' },
        channels: ['24197d5f-06de-421f-8576-9f6e6cb67f28'],
        category: 'UTILITY' as const,
        language: 'en',
        components: [{ type: 'BODY' as const, text: 'Hello' }],
      }
      await createTechClient(sandbox).createTemplate({ template, is_draft: false })
      sandbox.clock.advance(2_000)
    },
  },
}

describe('every webhook of API v3, with its subscription', () => {
  it('has a proof', async () => {
    const switches = Object.keys(webhooksRequestSchema.shape.subscriptions.unwrap().shape)
    const proven = Object.values(proofs).map((proof) => proof.switch)
    expect([...new Set(proven)].sort()).toEqual(switches.sort())
    expect(await listEvents('wazzup-v3')).toEqual([]) // The documents name none.
  })

  it.each(Object.entries(proofs))('%s is sent if subscribed', async (key, proof) => {
    const sandbox = await startSandbox(frozen)
    const { received, understood } = await subscribeV3(sandbox, { [proof.switch]: true })
    await proof.act(sandbox)
    await expect.poll(received).toContainEqual({ [key]: expect.anything() })
    expect((await understood()).map(({ kind }) => kind)).toContain(proof.kind)
    expect((await understood()).map(({ kind }) => kind)).not.toContain('unknown')
  })

  it.each(Object.entries(proofs))('%s is not sent unless subscribed', async (key, proof) => {
    const sandbox = await startSandbox(frozen)
    const all = {
      messagesAndStatuses: true,
      contactsAndDealsCreation: true,
      channelsUpdates: true,
      templateStatus: true,
    }
    const { received } = await subscribeV3(sandbox, { ...all, [proof.switch]: false })
    await proof.act(sandbox)
    const last = proof.switch === 'channelsUpdates' ? 'messages' : 'channelsUpdates'
    if (last === 'messages') await write(sandbox)
    else await sandbox.simulate.tier({ channelId: '020e3f61-e5df-447f-8ef9-ce8258e92c7a', tier: 'TIER_50' })
    await expect.poll(received).toContainEqual({ [last]: expect.anything() })
    expect(received()).not.toContainEqual({ [key]: expect.anything() })
  })
})
