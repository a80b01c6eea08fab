import { channelReasons as techReasons } from '@crm-chat/vendors/wazzup-tech'
import { expect } from 'vitest'
import type { InventoryItem } from '../../../vendors/inventory/inventory.ts'
import type { Refusal, Refusals } from '../../src/backends/refusal.ts'
import { sendingRefusals } from '../../src/backends/wazzup/sendingRefusals.ts'
import { refusals as ofTech } from '../../src/backends/wazzup-tech/refusals.ts'
import { refusals as ofV3 } from '../../src/backends/wazzup-v3/refusals.ts'
import { refusals as ofWhatomate } from '../../src/backends/whatomate/refusals.ts'
import { ann, channelIds } from '../backends/people.ts'
import type { VendorName } from '../backends/vendors.ts'
import {
  authorTypes,
  channelReasons,
  channelStates,
  channelTiers,
  exportStatuses,
  messageStatuses,
  messageTypes,
} from './documented.ts'
import type { Rig } from './startRig.ts'

/** Result of an event or code of the vendor for a page or the CRM. */
export interface Outcome {
  operation: string
  /** As a person reads it in the table: `invalid_request`, `status` event. */
  outcome: string
}

type Probe = (parameters: { rig: Rig; item: InventoryItem; key: string }) => Promise<Outcome>

const { whatsapp } = channelIds
const wait = { timeout: 60_000 }
const at = 1_700_000_000_000

/** Plays an event or code of the vendor, and returns what comes of it; undefined where nothing is offered for it. */
export async function probe({ rig, item }: { rig: Rig; item: InventoryItem }): Promise<Outcome | undefined> {
  const [table = '', ...rest] = item.export.split('.')
  const found = probes[`${rig.vendor} ${table}`]
  return found?.({ rig, item, key: rest.join('.') })
}

/** Refusals of each vendor in the contract's words. */
const refusals: Record<VendorName, Refusals> = {
  'wazzup-v2': sendingRefusals,
  'wazzup-v3': ofV3,
  'wazzup-tech': ofTech,
  whatomate: ofWhatomate,
}

/** The vendor refuses a message as its documents write it: the tech API has no codes for messages, but a sentence. */
const refusal: Probe = async ({ rig, item, key }) => {
  const expected = refusals[rig.vendor][key]
  expect(expected?.message).toMatch(/^[A-Z][^_{}]{10,160}\.$/)
  const { code, message } = await refuse({
    rig,
    words: rig.vendor === 'wazzup-tech' ? { code: 'BAD_REQUEST', description: item.name } : { code: item.name },
  })
  expect({ code, message }).toEqual(expected)
  return { operation: 'sendMessage', outcome: `\`${code}\`` }
}

/** Lets the vendor refuse a message with a code that it does not have. */
export async function refuseUnknown(rig: Rig): Promise<Refusal> {
  const { code, message } = await refuse({ rig, words: { code: 'INVENTED_CODE', description: 'Invented words.' } })
  return { code, message }
}

async function refuse({ rig, words }: { rig: Rig; words: { code: string; description?: string } }): Promise<Refusal> {
  const fault = { kind: 'status' as const, status: 400, ...words }
  const { id } = rig.account.faults.add({ operation: `${rig.vendor}.sendMessage`, fault })
  const channel = rig.vendor === 'whatomate' ? {} : { channelId: whatsapp }
  const error = await rig.refused('POST /messages', { ...channel, to: ann, text: 'Hello' })
  rig.account.faults.remove(id)
  return error
}

interface WebhookProbe {
  event: string
  documented: Record<string, Record<string, unknown>>
  toBody: (key: string, id: string) => unknown
}

/** A webhook with something of its own, which the page is to get in the words of the contract. */
function webhook({ event, documented, toBody }: WebhookProbe): Probe {
  return async ({ rig, item, key }) => {
    const expected = documented[key]
    if (!expected) throw new Error(`Write what comes of ${item.export} to documented.ts.`)
    const id = `probe-${item.export}`
    const find = () => rig.events(event).filter((data) => JSON.stringify(data).includes(JSON.stringify(id)))
    await rig.deliver(toBody(key, id))
    await expect.poll(find, wait).toHaveLength(1)
    const [data] = find() as { channel?: object }[]
    expect(data?.channel ?? data).toMatchObject(expected)
    const fields = Object.entries(expected).map(([name, value]) => `\`${name}: ${value}\``)
    return { operation: 'webhook', outcome: [`\`${event}\` event`, ...fields].join(', ') }
  }
}

const v2Message = (id: string, fields: object) => ({
  messages: [
    { messageId: id, channelId: whatsapp, ...ann, dateTime: at, type: 1, status: 99, text: 'Hello', ...fields },
  ],
})

/** The sandbox calls the webhook of an event by itself. */
const webhookNames: Record<string, { event: string; play: (rig: Rig) => Promise<unknown> }> = {
  messages: { event: 'message', play: ({ account }) => account.simulate.message({ ...ann, text: 'Well?' }) },
  statuses: { event: 'status', play: sendAndWait },
  channels: {
    event: 'channel',
    play: ({ control }) => control(`POST /_sandbox/channels/${whatsapp}/state`, { state: 'notEnoughMoney' }),
  },
  channelsList: {
    event: 'channel',
    play: ({ control }) => control('POST /_sandbox/channels', { transport: 'telegram', plainId: 'shop_bot' }),
  },
  'message.status_update': { event: 'status', play: sendAndWait },
  'messages_dump.status_update': {
    event: 'export',
    play: async ({ call, account }) => {
      await call('POST /exports', { from: '2020-01-01T00:00:00.000Z', to: '2035-01-01T00:00:00.000Z' })
      account.clock.advance(5_000)
    },
  },
  'channel.qr_update': {
    event: 'channel',
    play: async ({ call, account }) => {
      await call('POST /channels', { transport: 'tgapi' })
      account.clock.advance(1_000)
    },
  },
  'channel.status_update': {
    event: 'channel',
    play: ({ control }) => control(`POST /_sandbox/channels/${whatsapp}/state`, { state: 'unauthorized' }),
  },
}

const webhookName: Probe = async ({ rig, item: { name } }) => {
  const found = webhookNames[name]
  if (!found) throw new Error(`Play the event ${name}.`)
  const shown = rig.events(found.event).length
  const isDelivered = (): boolean =>
    rig.account.webhooks
      .list()
      .some(({ status, event, body }) => status === 'delivered' && (event === name || name in JSON.parse(body)))
  await found.play(rig)
  await expect.poll(isDelivered, wait).toBe(true)
  await expect.poll(() => rig.events(found.event).length, wait).toBeGreaterThan(shown)
  return { operation: 'webhook', outcome: `\`${found.event}\` event` }
}

/** The counter's own connection. */
const counter: Probe = async ({ rig }) => {
  const counts = () => rig.events('unanswered') as { count: number | null }[]
  const before = counts().at(-1)?.count ?? 0
  await rig.account.simulate.message({ chatType: 'whatsapp', chatId: '79990000042', text: 'Hello?' })
  await expect.poll(() => counts().at(-1)?.count ?? 0, wait).not.toBe(before)
  return { operation: '`unanswered`, `events`', outcome: '`unanswered` event' }
}

/** A Whatomate server tells the status of a message in its conversation. */
const statusInConversation: Probe = async ({ rig, key }) => {
  const { account, call, url } = rig
  account.clock.setMode({ mode: 'frozen' }) // It passes through each status only when it is told to.
  await rig.control('PUT /_sandbox/quirks/whatomate.failedSends', { on: key === 'failed' })
  await call('POST /messages', { to: ann, text: `Status ${key}` })
  await rig.control('PUT /_sandbox/quirks/whatomate.failedSends', { on: false })
  const headers = { 'x-api-key': account.whatomateKey }
  const response = await fetch(`${url}/whatomate/api/contacts?search=${ann.chatId}`, { headers })
  const [contact] = ((await response.json()) as { data: { contacts: { id: string }[] } }).data.contacts
  async function read(): Promise<string | undefined> {
    const { messages } = (await call(`GET /conversations/${contact?.id}/messages`)) as {
      messages: { text?: string; status?: string }[]
    }
    const { status } = messages.find(({ text }) => text === `Status ${key}`) ?? {}
    if (status !== key) account.clock.advance(200)
    return status
  }
  if (key === 'read') await rig.control('POST /_sandbox/simulate/read', ann)
  await expect.poll(read, wait).toBe(key)
  account.clock.setMode({ mode: 'real' })
  return { operation: 'conversation', outcome: `\`status: ${key}\`` }
}

const status = webhook({
  event: 'status',
  documented: messageStatuses,
  toBody: (code, id) => ({ statuses: [{ messageId: id, status: Number(code) }] }),
})

/** A status that comes with messages only. */
const incoming = webhook({
  event: 'message',
  documented: messageStatuses,
  toBody: (code, id) => v2Message(id, { status: Number(code) }),
})

const probes: Record<string, Probe | undefined> = {
  'wazzup-v2 watchUnanswered': counter,
  'wazzup-v2 parseWazzupV2Webhook': webhookName,
  'wazzup-v2 errorCodes': refusal,
  'wazzup-v2 messageTypeCodes': webhook({
    event: 'message',
    documented: messageTypes,
    toBody: (type, id) => v2Message(id, { type: Number(type) }),
  }),
  'wazzup-v2 messageStatusCodes': (parameters) => (parameters.key === '99' ? incoming : status)(parameters),
  'wazzup-v2 authorTypeCodes': webhook({
    event: 'message',
    documented: authorTypes,
    toBody: (authorType, id) => v2Message(id, { status: authorType === '99' ? 99 : 1, authorType: Number(authorType) }),
  }),
  'wazzup-v2 channelStates': webhook({
    event: 'channel',
    documented: channelStates,
    toBody: (state, id) => ({ channels: [{ channelId: id, transport: 'whatsapp', plainId: '79865784457', state }] }),
  }),
  'wazzup-v3 messageErrorCodes': refusal,
  'wazzup-tech webhookEvents': webhookName,
  'wazzup-tech errorCodes': refusal,
  'wazzup-tech messagesDumpStatuses': webhook({
    event: 'export',
    documented: exportStatuses,
    toBody: (status, id) => ({ event: 'messages_dump.status_update', data: { export_id: id, status }, meta: {} }),
  }),
  'wazzup-tech wabaTiers': webhook({
    event: 'channel',
    documented: channelTiers,
    toBody: (tier, id) => ({
      event: 'channel.waba_tier_update',
      data: [{ channel_id: id, transport: 'wapi', status: 'active', tier }],
      meta: {},
    }),
  }),
  'wazzup-tech channelReasons': webhook({
    event: 'channel',
    documented: channelReasons,
    toBody: (reason, id) => ({
      event: 'channel.status_update',
      data: [
        { channel_id: id, transport: 'whatsapp', status: new Map(Object.entries(techReasons)).get(reason), reason },
      ],
      meta: {},
    }),
  }),
  'whatomate messageStatuses': statusInConversation,
}

async function sendAndWait({ call, account }: Rig): Promise<void> {
  await call('POST /messages', { channelId: whatsapp, to: ann, text: 'Yes' })
  account.clock.advance(5_000)
}
