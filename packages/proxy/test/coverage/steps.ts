import { type ConversationPage, type Export, recordKinds, type StoredFile } from '@crm-chat/protocol'
import { expect } from 'vitest'
import { toConversationId } from '../../src/conversations/conversationIds.ts'
import type { ChatProxy } from '../../src/createChatProxy.ts'
import { ann, channelIds, kate } from '../backends/people.ts'
import type { VendorName } from '../backends/vendors.ts'
import type { Rig } from './startRig.ts'

/** A call of a page or of the CRM's server. */
export interface Step {
  /** Operation of the contract, or function of `ChatProxy`. */
  operation: string
  /** Kind of request, by the name that the inventory has for it: `text`. */
  variant?: string
  run: (parameters: { rig: Rig; chat: ChatProxy }) => Promise<unknown>
}

const { whatsapp, waba } = channelIds
const text = 'Hello'
const visit = '6201005a-9a6f-486f-bdd5-e6cb86c76ddb'
const shipped = '7e3f0c9a-0003-4c1c-9b9c-6aa7bb8cc9dd'
const contact = { id: 'c1', name: 'Ann', responsibleUserId: kate.id, chats: [ann] }
const deal = { id: 'd1', name: 'A bicycle', responsibleUserId: kate.id, contactIds: ['c1'] }
const dealUrl = 'https://crm.example/deals/1'
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const file = { name: 'a.png', type: 'image/png', data: picture.toString('base64') }
const buttons = { type: 'buttons', buttons: [{ text: 'Yes', id: 'y' }, { text: 'No' }] }

const registerWebhooks: Step = { operation: 'registerWebhooks', run: ({ chat }) => chat.registerWebhooks() }
const check: Step = { operation: 'check', run: ({ chat }) => chat.check() }
const session: Step = { operation: 'session', run: ({ rig }) => rig.call('GET /session') }
const templates: Step = {
  operation: 'templates',
  run: async ({ rig }) => expect(await rig.call('GET /templates')).toHaveProperty('templates.0.id'),
}
const uploadFile: Step = { operation: 'uploadFile', run: ({ rig }) => upload(rig) }

/** Users, contacts and deals. */
const entities = (vendor: VendorName): Step[] => [
  { operation: 'saveUsers', run: async ({ chat }) => expect(await chat.saveUsers([kate])).toMatchObject({ saved: 1 }) },
  {
    operation: 'saveContacts',
    run: async ({ chat }) => expect(await chat.saveContacts([contact])).toMatchObject({ saved: 1 }),
  },
  {
    operation: 'saveDeals',
    run: async ({ chat }) =>
      expect(await chat.saveDeals([vendor === 'wazzup-v2' ? deal : { ...deal, url: dealUrl }])).toMatchObject({
        saved: 1,
      }),
  },
  { operation: 'listUsers', run: async ({ chat }) => expect(await toIds(chat.listUsers())).toContain(kate.id) },
  { operation: 'listContacts', run: async ({ chat }) => expect(await toIds(chat.listContacts())).toEqual(['c1']) },
  { operation: 'listDeals', run: async ({ chat }) => expect(await toIds(chat.listDeals())).toEqual(['d1']) },
  ...recordKinds.map(
    (kind): Step => ({
      operation: 'saveVendorData',
      variant: kind,
      run: async ({ rig }) => {
        const ownDeal = vendor === 'wazzup-v2' ? deal : { ...deal, url: dealUrl }
        const records = [{ users: kate, contacts: contact, deals: ownDeal }[kind]]
        expect(await rig.call(`POST /vendor-data/${kind}`, { records })).toMatchObject({ done: 1, rejected: [] })
      },
    }),
  ),
  ...recordKinds.map(
    (kind): Step => ({
      operation: 'vendorData',
      variant: kind,
      run: async ({ rig }) =>
        expect(await rig.call(`GET /vendor-data/${kind}`)).toMatchObject({
          records: expect.arrayContaining([
            expect.objectContaining({ id: { users: kate.id, contacts: 'c1', deals: 'd1' }[kind] }),
          ]),
        }),
    }),
  ),
]

const removal: Step[] = [
  {
    operation: 'deleteDeals',
    run: async ({ chat }) => expect(await chat.deleteDeals(['d1'])).toMatchObject({ done: 1 }),
  },
  {
    operation: 'deleteContacts',
    run: async ({ chat }) => expect(await chat.deleteContacts(['c1'])).toMatchObject({ done: 1 }),
  },
  {
    operation: 'deleteUsers',
    run: async ({ chat }) => expect(await chat.deleteUsers([kate.id])).toMatchObject({ done: 1 }),
  },
  ...recordKinds.map(
    (kind): Step => ({
      operation: 'deleteVendorData',
      variant: kind,
      run: async ({ rig }) => {
        const record = { users: kate, contacts: contact, deals: { ...deal, url: dealUrl } }[kind]
        await rig.call(`POST /vendor-data/${kind}`, { records: [record] })
        expect(await rig.call(`POST /vendor-data/${kind}/delete`, { ids: [record.id] })).toMatchObject({ rejected: [] })
      },
    }),
  ),
]

const windowAndChannels: Step[] = [
  {
    operation: 'window',
    run: ({ rig }) => rig.call('POST /window', { scope: 'card', chats: [{ ...ann, name: 'Ann' }] }),
  },
  { operation: 'channels', run: ({ rig }) => rig.call('GET /channels') },
  { operation: 'channel', run: ({ rig }) => rig.call(`GET /channels/${whatsapp}`) },
]

/** Reading and finding messages that webhooks have brought. */
const stored: Step[] = [
  {
    operation: 'conversation',
    run: async ({ rig }) => {
      await rig.account.simulate.message({ ...ann, text: 'Is it ready?', channelId: whatsapp })
      await expect.poll(() => read(rig)).toMatchObject([{ text: 'Is it ready?' }])
    },
  },
  {
    operation: 'readConversation',
    run: async ({ rig }) => {
      const [message] = await read(rig)
      await rig.call(`POST /conversations/${conversationId}/read`, { messageId: message?.id })
    },
  },
  {
    operation: 'searchConversation',
    run: async ({ rig }) =>
      expect(await rig.call(`GET /conversations/${conversationId}/search?text=ready`)).toMatchObject({
        messages: [{ text: 'Is it ready?' }],
      }),
  },
  {
    operation: 'conversationFrom',
    run: async ({ rig }) =>
      expect(await rig.call(`GET /conversations/${conversationId}/from?time=2000-01-01T00:00:00.000Z`)).toMatchObject({
        messages: [{ text: 'Is it ready?' }],
        before: null,
      }),
  },
  {
    operation: 'media',
    run: async ({ rig }) => {
      await rig.account.simulate.message({ ...ann, file })
      await expect.poll(async () => (await read(rig)).at(-1)?.file?.mediaId).toBeDefined()
      expect(await rig.call(`GET /media/${(await read(rig)).at(-1)?.file?.mediaId}`)).toContain('PNG')
    },
  },
]

const conversationId = toConversationId(ann)

function send(request: object, variant?: string): Step {
  return {
    operation: 'sendMessage',
    ...(variant === undefined ? {} : { variant }),
    run: async ({ rig }) =>
      expect(await rig.call('POST /messages', { to: ann, ...request })).toHaveProperty('messageId'),
  }
}

const sendFile = (fields: object): Step => ({
  operation: 'sendMessage',
  run: async ({ rig }) => rig.call('POST /messages', { to: ann, ...fields, fileUrl: await upload(rig) }),
})

/** Changing a message that was sent and that webhooks have named. */
const change: Step[] = [
  {
    operation: 'editMessage',
    run: async ({ rig }) => rig.call(`PATCH /messages/${await sentId(rig)}`, { text: 'Hello again' }),
  },
  { operation: 'deleteMessage', run: async ({ rig }) => rig.call(`DELETE /messages/${await sentId(rig)}`) },
]

const exporting: Step[] = [
  { operation: 'createExport', run: ({ rig }) => createExport(rig) },
  {
    operation: 'readExport',
    run: async ({ rig }) =>
      expect(await rig.call(`GET /exports/${(await createExport(rig)).id}`)).toHaveProperty('state'),
  },
]

const channelAdmin: Step[] = [
  { operation: 'createChannel', run: ({ rig }) => rig.call('POST /channels', { transport: 'tgapi' }) },
  { operation: 'channelLink', run: ({ rig }) => rig.call('POST /channels/link', { transport: 'vk' }) },
  {
    operation: 'verifyChannel',
    run: async ({ rig }) => {
      const id = await createChannel(rig, { transport: 'tgapi' })
      rig.account.clock.advance(1_000)
      const scan = { channelId: id, plainId: '79001112233', password: '1234' }
      await rig.control('POST /_sandbox/channels/scan', scan)
      await rig.call(`POST /channels/${id}/2fa`, { code: '1234' })
    },
  },
  {
    operation: 'pairChannel',
    run: async ({ rig }) => {
      const id = await createChannel(rig, { transport: 'whatsapp' })
      rig.account.clock.advance(1_000)
      expect(await rig.call(`POST /channels/${id}/pairing-code`, { phone: '79001112233' })).toHaveProperty('code')
    },
  },
  {
    operation: 'reinitChannel',
    run: async ({ rig }) => {
      const credentials = { telegram_token: '1:x' }
      const id = await createChannel(rig, { transport: 'telegram', credentials })
      await rig.control(`POST /_sandbox/channels/${id}/state`, { state: 'unauthorized' })
      await rig.call(`POST /channels/${id}/reinit`, { credentials })
    },
  },
  {
    operation: 'deleteChannel',
    run: async ({ rig }) => rig.call(`DELETE /channels/${await createChannel(rig, { transport: 'tgapi' })}`),
  },
]

/** A Whatomate server keeps the conversations itself. */
const kept: Step[] = [
  {
    operation: 'conversation',
    run: async ({ rig }) =>
      expect(await read(rig, await whatomateContact(rig))).toMatchObject([{ text: 'Is it ready?' }]),
  },
  {
    operation: 'readConversation',
    run: async ({ rig }) => {
      const id = await whatomateContact(rig)
      const messages = await read(rig, id)
      await rig.call(`POST /conversations/${id}/read`, { messageId: messages.at(-1)?.id })
    },
  },
  {
    operation: 'media',
    run: async ({ rig }) => {
      const id = await whatomateContact(rig)
      await rig.account.simulate.message({ ...ann, file })
      expect(await rig.call(`GET /media/${(await read(rig, id)).at(-1)?.file?.mediaId}`)).toContain('PNG')
    },
  },
]

/** Number of unanswered messages, which the page follows from here on. */
const counter: Step[] = [
  { operation: 'unanswered', run: ({ rig }) => rig.call('GET /unanswered') },
  {
    operation: 'events',
    run: async ({ rig }) => {
      await rig.follow()
      await expect.poll(() => rig.events('unanswered').at(-1), { timeout: 60_000 }).toHaveProperty('count')
    },
  },
]

/** Every call that the backend of a vendor offers, in an order in which it succeeds. */
export const steps: Record<VendorName, Step[]> = {
  'wazzup-v2': [
    check,
    session,
    registerWebhooks,
    ...entities('wazzup-v2'),
    ...windowAndChannels,
    ...stored,
    uploadFile,
    send({ channelId: whatsapp, text }),
    sendFile({ channelId: whatsapp }),
    ...removal,
    ...counter,
  ],
  'wazzup-v3': [
    check,
    session,
    registerWebhooks,
    ...entities('wazzup-v3'),
    ...windowAndChannels,
    templates,
    ...stored,
    uploadFile,
    send({ channelId: whatsapp, text }, 'text'),
    send(
      { channelId: waba, template: { id: visit, values: ['tomorrow'], buttonPayloads: ['y', 'n', 'l'] } },
      'template with buttons',
    ),
    send({ channelId: waba, text, keyboard: buttons }, 'interactive message'),
    sendFile({ channelId: whatsapp }),
    ...change,
    ...removal,
    ...counter,
  ],
  'wazzup-tech': [
    check,
    session,
    registerWebhooks,
    ...entities('wazzup-tech'),
    ...windowAndChannels,
    ...stored,
    uploadFile,
    send({ channelId: whatsapp, text }),
    sendFile({ channelId: whatsapp }),
    ...change,
    ...exporting,
    ...channelAdmin,
    ...removal,
    ...counter,
  ],
  whatomate: [
    check,
    session,
    registerWebhooks,
    templates,
    ...kept,
    uploadFile,
    send({ text }, 'text'),
    send({ text, keyboard: buttons }, 'interactive, button'),
    send({ text, keyboard: { type: 'link', text: 'Order', url: 'https://example.com/1' } }, 'interactive, cta_url'),
    send({ template: { id: shipped, values: ['Ann', '12345'], buttonPayloads: ['12345'] } }),
    sendFile({}),
    ...counter,
  ],
}

async function toIds(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of items) ids.push(id)
  return ids
}

async function read(rig: Rig, id: string = conversationId): Promise<ConversationPage['messages']> {
  return ((await rig.call(`GET /conversations/${id}/messages`)) as ConversationPage).messages
}

async function upload(rig: Rig): Promise<string> {
  const stored = await rig.call('POST /files', picture, { 'content-type': 'image/png', 'x-file-name': 'a.png' })
  return (stored as StoredFile).url
}

/** Id of the last message that was sent, once a webhook has named it. */
async function sentId(rig: Rig): Promise<string> {
  const ofUs = async () =>
    (await read(rig)).findLast(
      ({ direction, channelId, type, deleted, status }) =>
        direction === 'outgoing' && channelId === whatsapp && type === 'text' && !deleted && status !== 'pending',
    )
  rig.account.clock.advance(1_000)
  await expect.poll(ofUs, { timeout: 60_000 }).toBeDefined()
  return (await ofUs())?.id ?? ''
}

async function createExport(rig: Rig): Promise<Export> {
  const period = { from: '2020-01-01T00:00:00.000Z', to: '2035-01-01T00:00:00.000Z', channelId: whatsapp }
  return (await rig.call('POST /exports', period)) as Export
}

async function createChannel(rig: Rig, request: object): Promise<string> {
  const { channel } = (await rig.call('POST /channels', request)) as { channel: { id: string } }
  return channel.id
}

/** Writes to the company if nobody has, and returns the contact's id, which is that of its conversation. */
async function whatomateContact({ account, url }: Rig): Promise<string> {
  const find = async (): Promise<string | undefined> => {
    const headers = { 'x-api-key': account.whatomateKey }
    const response = await fetch(`${url}/whatomate/api/contacts?search=${ann.chatId}`, { headers })
    return ((await response.json()) as { data: { contacts: { id: string }[] } }).data.contacts[0]?.id
  }
  if (!(await find())) await account.simulate.message({ ...ann, text: 'Is it ready?' })
  return (await find()) ?? ''
}
