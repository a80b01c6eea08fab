import { expect, onTestFinished } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import type { QuirkName } from '../../../src/server/quirks/createQuirks.ts'
import { fastClock } from '../../fastClock.ts'
import { ann } from '../../fixtures/people.ts'
import { createWhatomateClient, whatomateKey } from '../../whatomateClient.ts'
import { getSocketToken, openLiveSocket } from '../liveSocket.ts'
import type { QuirkProof } from '../quirkProof.ts'

import { meetAnn, read, uuid } from './meetAnn.ts'

/** Collects the statuses of a text that the customer replies to, as sent over the socket. */
async function watchStatuses(sandbox: Sandbox): Promise<{ type: string; payload: unknown }[]> {
  const { client, contact_id } = await meetAnn(sandbox)
  const { told } = await openLiveSocket(sandbox)
  await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
  sandbox.clock.advance(1_200)
  await expect.poll(() => told.length).toBeGreaterThanOrEqual(3)
  return told.filter(({ type }) => type !== 'new_message')
}

/** Collects the real client's events for a sent text. */
async function watchByClient(sandbox: Sandbox, socketPath = '/ws'): Promise<unknown> {
  const client = createWhatomateClient(sandbox, { clock: fastClock, random: () => 0, socketPath })
  const types = new Set<string>()
  onTestFinished(client.watchEvents({ onEvent: ({ type }) => types.add(type) }))
  const { contact_id } = await meetAnn(sandbox)
  await expect
    .poll(
      async () => {
        await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
        sandbox.clock.advance(1_200)
        return [...types].toSorted()
      },
      { timeout: 40_000 },
    )
    .toEqual(['new_message', 'status_update'])
  return [...types].toSorted()
}
const seesEvents = ['new_message', 'status_update']

/** Proofs of the quirks of Whatomate's live socket. */
export const socketProofs = {
  'whatomate.messageStatusEvent': {
    observe: async (sandbox) => (await watchStatuses(sandbox)).map(({ type }) => type),
    off: ['status_update', 'status_update'],
    on: ['message_status', 'message_status'],
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
  'whatomate.queryToken': {
    observe: async (sandbox) => {
      const path = `/whatomate/ws?token=${await getSocketToken(sandbox)}`
      const [byQuery, byFrame] = [await openLiveSocket(sandbox, { path, auth: null }), await openLiveSocket(sandbox)]
      return [byQuery.ends.length === 0, byFrame.ends.length === 0]
    },
    off: [false, true],
    on: [true, false],
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
  'whatomate.apiSocketPath': {
    observe: async (sandbox) => [
      (await openLiveSocket(sandbox)).ends.length === 0,
      (await openLiveSocket(sandbox, { path: '/whatomate/api/ws' })).ends.length === 0,
    ],
    off: [true, false],
    on: [false, true],
    client: (sandbox) => watchByClient(sandbox, sandbox.quirks.isOn('whatomate.apiSocketPath') ? '/api/ws' : '/ws'),
    sees: seesEvents,
  },
  'whatomate.objectReply': {
    observe: async (sandbox) => {
      await meetAnn(sandbox)
      const { told } = await openLiveSocket(sandbox)
      const { messageId } = await sandbox.simulate.message({ ...ann, text: 'One' })
      await sandbox.simulate.message({ ...ann, text: 'Two', refMessageId: messageId })
      await expect.poll(() => told).toHaveLength(2)
      return read(told[1]?.payload, 'reply_to_message', 'content')
    },
    off: 'One',
    on: { body: 'One' },
  },
  'whatomate.oneSocketPerUser': {
    observe: async (sandbox) => {
      const first = await openLiveSocket(sandbox)
      const second = await openLiveSocket(sandbox)
      second.socket.send('{"type":"ping"}')
      await expect.poll(() => second.told).toEqual([{ type: 'pong', payload: null }])
      first.socket.send('{"type":"ping"}', () => undefined)
      await expect.poll(() => first.told.length + first.ends.length).toBe(1)
      return first.ends.length
    },
    off: 0,
    on: 1,
  },
  'whatomate.keyOpensSocket': {
    observe: async (sandbox) => (await openLiveSocket(sandbox, { auth: whatomateKey })).ends,
    off: [1008],
    on: [],
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
  'whatomate.silentFailures': {
    observe: async (sandbox) => {
      const { client, contact_id } = await meetAnn(sandbox)
      const { told } = await openLiveSocket(sandbox)
      sandbox.quirks.set('whatomate.failedSends', true)
      await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
      sandbox.clock.advance(1_200)
      await expect.poll(async () => (await client.fetchMessages({ contact_id })).messages[1]?.status).toBe('failed')
      await sandbox.simulate.message({ ...ann, text: 'After that' })
      await expect.poll(() => JSON.stringify(told)).toContain('After that')
      return told.map(({ type }) => type)
    },
    off: ['new_message', 'status_update', 'new_message'],
    on: ['new_message', 'new_message'],
  },
  'whatomate.bareStatus': {
    observe: async (sandbox) => (await watchStatuses(sandbox))[0]?.payload,
    off: { message_id: uuid, contact_id: uuid, status: 'sent', wamid: expect.stringMatching(/^wamid\./) },
    on: { message_id: uuid, status: 'sent' },
    client: (sandbox) => watchByClient(sandbox),
    sees: seesEvents,
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
