import { type WazzupTech, webhookEventSchema, webhookEvents } from '@crm-chat/vendors/wazzup-tech'
import type { ChatEventKind } from '@crm-chat/vendors/webhooks'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { subscribeTech } from '../subscribe.ts'
import { createTechClient } from '../techClient.ts'
import { listEvents } from './listEvents.ts'

/** A frozen clock, so that only the proofs cause events. */
const frozen = { clock: { mode: 'frozen' } } as const

const group = { chatType: 'whatsgroup', chatId: '79998887766-1611143663' } as const
const wapi = '020e3f61-e5df-447f-8ef9-ce8258e92c7a'
const template = {
  title: 'greeting',
  waba: { waba_id: '1', waba_name: 'Shop' },
  channels: [wapi],
  category: 'UTILITY' as const,
  language: 'en',
  components: [{ type: 'BODY' as const, text: 'Hello' }],
}

interface Proof {
  /** Triggers the event from outside. */
  act: (client: WazzupTech, sandbox: Sandbox) => Promise<unknown>
  /** The kind of event that the vendors package parses it to. */
  kind: ChatEventKind
}

async function block(sandbox: Sandbox): Promise<void> {
  await callSandbox(sandbox, `POST /_sandbox/channels/${channelIds.whatsapp}/state`, { body: { state: 'blocked' } })
}

const proofs: Record<string, Proof> = {
  'message.add': { kind: 'message', act: (_, { simulate }) => simulate.message({ ...ann, text: 'Hello' }) },
  'message.status_update': {
    kind: 'status',
    async act(client, { clock }) {
      const recipient = { chat_type: 'whatsapp', chat_id: ann.chatId } as const
      await client.sendMessage({ channel_id: channelIds.whatsapp, recipient, text: 'Hello' })
      clock.advance(1_000)
    },
  },
  'message.edit': {
    kind: 'message',
    async act(_, { simulate }) {
      const { messageId } = await simulate.message({ ...ann, text: 'Hello' })
      await simulate.edit({ messageId, text: 'Good day' })
    },
  },
  'message.delete': {
    kind: 'messageDeleted',
    async act(_, { simulate }) {
      const { messageId } = await simulate.message({ ...ann, text: 'Hello' })
      await simulate.remove({ messageId })
    },
  },
  'waba_template.status_update': {
    kind: 'template',
    async act(client, { clock }) {
      await client.createTemplate({ template, is_draft: false })
      clock.advance(2_000)
    },
  },
  'channel.create': {
    kind: 'channel',
    act: (client) => client.createChannel({ transport: 'telegram', credentials: { telegram_token: '1:AA' } }),
  },
  'channel.status_update': { kind: 'channel', act: (_, sandbox) => block(sandbox) },
  'channel.qr_update': {
    kind: 'channel',
    async act(client, { clock }) {
      await client.createChannel({ transport: 'tgapi', credentials: {} })
      clock.advance(1_000)
    },
  },
  'channel.delete': {
    kind: 'channelDeleted',
    act: (client) => client.deleteChannel({ channel_id: channelIds.vk }),
  },
  'channel.waba_tier_update': {
    kind: 'channel',
    act: (_, { simulate }) => simulate.tier({ channelId: wapi, tier: 'TIER_UNLIMITED' }),
  },
  'group_chat.update': { kind: 'group', act: (_, { simulate }) => simulate.group({ ...group, name: 'Choir' }) },
  'group_chat.memberships_update': {
    kind: 'group',
    act: (_, { simulate }) => simulate.group({ ...group, members: [{ memberId: ann.chatId, name: 'Ann' }] }),
  },
  'crm_entities.contact_add': {
    kind: 'contact',
    act: (_, { simulate }) => simulate.message({ ...ann, text: 'Hello' }),
  },
  'crm_entities.deal_add': {
    kind: 'deal',
    async act(client, { simulate }) {
      const contact_data = [{ chat_type: 'whatsapp' as const, chat_id: ann.chatId }]
      await client.saveContacts([{ id: '1', responsible_user_id: '7', name: 'Ann', contact_data, uri: '' }])
      await simulate.message({ ...ann, text: 'Hello' })
      await simulate.deal({ ...ann, userId: '7' })
    },
  },
  'messages_dump.status_update': {
    kind: 'export',
    async act(client, { clock }) {
      await client.createMessagesDump({ start_at: '2025-01-01T00:00:00Z', end_at: '2025-02-01T00:00:00Z' })
      clock.advance(1_000)
    },
  },
}

describe("every event of the tech API's webhooks", () => {
  it('has a proof', async () => {
    const named = [...(await listEvents('wazzup-tech')), ...Object.keys(webhookEvents)]
    expect(Object.keys(proofs).sort()).toEqual([...new Set(named)].sort())
    expect(named).toHaveLength(4 + 15)
  })

  it.each(Object.entries(proofs))('%s reaches its subscribers only', async (event, proof) => {
    const sandbox = await startSandbox(frozen)
    const wanted = await subscribeTech(sandbox, webhookEventSchema.parse(event))
    const others = webhookEventSchema.options.filter((other) => other !== event)
    const rest = await subscribeTech(sandbox, ...others)
    await proof.act(createTechClient(sandbox), sandbox)
    const meta = { idempotency_key: expect.any(String), timestamp: expect.any(Number) }
    await expect.poll(() => wanted.received()[0]).toMatchObject({ event, data: expect.anything(), meta })
    expect((await wanted.understood())[0]).toMatchObject({ kind: proof.kind, vendor: 'wazzup-tech' })
    expect(rest.received()).not.toContainEqual(expect.objectContaining({ event }))
  })
})
