import { toChannelState } from '@crm-chat/vendors/wazzup-v3'
import { expect, onTestFinished } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { QuirkName } from '../../src/server/quirks/createQuirks.ts'
import { callSandbox } from '../callSandbox.ts'
import { callV3 } from '../callV3.ts'
import { collect } from '../collect.ts'
import { createV3Client } from '../createV3Client.ts'
import { socketFaces } from '../faults/socketFaces.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import type { QuirkProof } from './quirkProof.ts'

const window = { user: { id: '7', name: 'Kate' }, scope: 'global' as const }
const link = { url: expect.stringContaining('/chat/?token=') }
async function moveTo(sandbox: Sandbox, state: string): Promise<void> {
  await callSandbox(sandbox, `POST /_sandbox/channels/${channelIds.whatsapp}/state`, { body: { state } })
}

function getState(state: string) {
  return async (sandbox: Sandbox): Promise<unknown> => {
    await moveTo(sandbox, state)
    const { json } = await callV3(sandbox, 'GET /v3/channels')
    return Array.isArray(json) && json.find(({ channelId }) => channelId === channelIds.whatsapp)?.state
  }
}

async function saveKate(sandbox: Sandbox): Promise<void> {
  await createV3Client(sandbox).saveUsers([{ id: '7', name: 'Kate' }])
}

async function subscribe(sandbox: Sandbox): Promise<void> {
  const { url: webhooksUri } = await startReceiver()
  await createV3Client(sandbox).setWebhooks({ webhooksUri, subscriptions: { templateStatus: true } })
}

async function getSwitches(sandbox: Sandbox): Promise<unknown> {
  await subscribe(sandbox)
  const { json } = await callV3(sandbox, 'GET /v3/webhooks')
  return typeof json === 'object' && json !== null && 'subscriptions' in json && json.subscriptions
}

async function getSwitchesByClient(sandbox: Sandbox): Promise<unknown> {
  await subscribe(sandbox)
  return (await createV3Client(sandbox).fetchWebhooks()).subscriptions
}

const allOff = { messagesAndStatuses: false, contactsAndDealsCreation: false, channelsUpdates: false }

async function watchByClient(sandbox: Sandbox): Promise<unknown> {
  const counts: number[] = []
  await saveKate(sandbox)
  onTestFinished(createV3Client(sandbox).watchUnanswered({ userId: '7', onValue: ({ count }) => counts.push(count) }))
  await expect.poll(() => counts).toEqual([0])
  await sandbox.simulate.message({ ...ann, text: 'Hello' })
  await expect.poll(() => counts).toHaveLength(2)
  return counts
}

const longId = 'x'.repeat(200)

/** Proofs of API v3's quirks, except those of errors. */
export const wazzupV3Proofs = {
  'wazzup-v3.basicKey': {
    observe: async (sandbox) => (await callSandbox(sandbox, 'GET /v3/channels')).status,
    off: 401,
    on: 200,
    client: async (sandbox) => (await createV3Client(sandbox).fetchChannels()).length > 3,
    sees: true,
  },
  'wazzup-v3.iframeCreated': {
    observe: async (sandbox) => {
      await saveKate(sandbox)
      return (await callV3(sandbox, 'POST /v3/iframe', { body: window })).status
    },
    off: 200,
    on: 201,
    client: async (sandbox) => {
      await saveKate(sandbox)
      return createV3Client(sandbox).createIframe(window)
    },
    sees: link,
  },
  'wazzup-v3.qrIdle': {
    observe: getState('qr'),
    off: 'qr',
    on: 'qridle',
  },
  'wazzup-v3.lowerCaseStates': {
    observe: getState('openElsewhere'),
    off: 'openElsewhere',
    on: 'openelsewhere',
    client: async (sandbox) => {
      await moveTo(sandbox, 'openElsewhere')
      const channels = await createV3Client(sandbox).fetchChannels()
      return toChannelState(channels.find(({ channelId }) => channelId === channelIds.whatsapp)?.state ?? '')
    },
    sees: 'openelsewhere',
  },
  'wazzup-v3.pagedUsers': {
    observe: async (sandbox) => {
      await saveKate(sandbox)
      return (await callV3(sandbox, 'GET /v3/users')).json
    },
    off: [{ id: '7', name: 'Kate', accountId: 10_000_001 }],
    on: { count: 1, data: [{ id: '7', name: 'Kate', accountId: 10_000_001 }] },
    client: async (sandbox) => {
      await saveKate(sandbox)
      return (await collect(createV3Client(sandbox).listUsers())).map(({ name }) => name)
    },
    sees: ['Kate'],
  },
  'wazzup-v3.webhookTexts': {
    observe: getSwitches,
    off: { ...allOff, templateStatus: true },
    on: {
      messagesAndStatuses: 'false',
      contactsAndDealsCreation: 'false',
      channelsUpdates: 'false',
      templateStatus: 'true',
    },
    client: getSwitchesByClient,
    sees: { ...allOff, templateStatus: true },
  },
  'wazzup-v3.wabaTemplatesStatus': {
    observe: getSwitches,
    off: { ...allOff, templateStatus: true },
    on: { ...allOff, wabaTemplatesStatus: true },
    client: getSwitchesByClient,
    sees: { ...allOff, templateStatus: true },
  },
  'wazzup-v3.plainCounter': {
    observe: async (sandbox) => {
      const seen = await socketFaces['the counter of v3']?.open(sandbox)
      await expect.poll(() => seen?.told).toHaveLength(1)
      return seen?.told[0]
    },
    off: { counter: 0, counterV2: 0, type: null },
    on: { counter: 0 },
    client: watchByClient,
    sees: [0, 1],
  },
  'wazzup-v3.longUserFields': {
    observe: async (sandbox) =>
      (await callV3(sandbox, 'POST /v3/users', { body: [{ id: longId, name: 'Kate' }] })).status,
    off: 400,
    on: 200,
  },
  'wazzup-v3.strictSlashes': {
    observe: async (sandbox) => (await callV3(sandbox, 'GET /v3/channels/')).status,
    off: 200,
    on: 404,
    client: async (sandbox) => (await createV3Client(sandbox).fetchChannels()).length > 3,
    sees: true,
  },
  'wazzup-v3.webhooksOkObject': {
    observe: async (sandbox) => {
      const { url: webhooksUri } = await startReceiver()
      return (await callV3(sandbox, 'PATCH /v3/webhooks', { body: { webhooksUri } })).json
    },
    off: 'OK',
    on: { ok: true },
    client: getSwitchesByClient,
    sees: { ...allOff, templateStatus: true },
  },
  'wazzup-v3.strictFields': {
    observe: async (sandbox) =>
      (await callV3(sandbox, 'POST /v3/users', { body: [{ id: '7', name: 'Kate', email: 'kate@crm.example' }] }))
        .status,
    off: 200,
    on: 400,
    client: async (sandbox) => {
      await saveKate(sandbox)
      return (await createV3Client(sandbox).fetchUser('7')).name
    },
    sees: 'Kate',
  },
  'wazzup-v3.strictNulls': {
    observe: async (sandbox) => {
      const save = async (phone: unknown) =>
        (await callV3(sandbox, 'POST /v3/users', { body: [{ id: '7', name: 'Kate', phone }] })).status
      return [await save(null), await save('')]
    },
    off: [200, 200],
    on: [400, 400],
  },
  'wazzup-v3.bodies': {
    observe: async (sandbox) => (await callV3(sandbox, 'POST /v3/users', { body: [{ id: '7', name: 'Kate' }] })).json,
    off: undefined,
    on: { ok: true },
    client: async (sandbox) => {
      await saveKate(sandbox)
      return (await createV3Client(sandbox).fetchUser('7')).name
    },
    sees: 'Kate',
  },
} satisfies Partial<Record<QuirkName, QuirkProof>>
