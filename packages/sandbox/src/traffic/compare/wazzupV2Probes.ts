import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import { watchCounter } from './counterSocket.ts'
import { pick, pickList, pickText } from './pick.ts'
import type { GuardedRequest, VendorProbes } from './probe.ts'
import {
  allow,
  describeChannels,
  describeUnknownRoute,
  type Found,
  hasOnly,
  isEmptyObject,
  isSame,
  nobody,
  noNumber,
  probeKeys,
  probeSlash,
  readOne,
  testName,
  testText,
  unknownField,
  withAll,
} from './probeParts.ts'

const unknownRoute = describeUnknownRoute('wazzup-v2', '/v2')

const { channel, otherChannel } = describeChannels()
const user = { from: 'Users', find: (answer: unknown) => pickText(answer, 0, 'id'), missing: 'the account has no user' }
/** The name that the user has, since another one could rename them. */
const userName = { ...user, find: (answer: unknown) => pickText(answer, 0, 'name') }

/** Probes of Wazzup's CRM API V2. */
export const wazzupV2Probes: VendorProbes = {
  vendor: 'wazzup-v2',
  baseUrl: 'https://api.wazzup24.com',
  otherUrls: { counters: 'https://api-ws.wazzup24.com' },
  socketPaths: ['/socket.io/'],
  toHeaders: (key, kind): Record<string, string> => (kind === 'none' ? {} : { authorization: `Basic ${key}` }),
  learns: () => [],
  rules: [
    ...allow(
      wazzupV2.fetchChannels,
      wazzupV2.fetchWebhooks,
      wazzupV2.fetchUsers,
      wazzupV2.fetchUser,
      wazzupV2.listContacts,
      wazzupV2.fetchContact,
      wazzupV2.listDeals,
      wazzupV2.fetchDeal,
      unknownRoute,
    ),
    { endpoint: wazzupV2.sendMessage, allows: hasNothingToSend },
    { endpoint: wazzupV2.sendMessage, allows: isToOwnNumber },
    { endpoint: wazzupV2.createIframe, allows: isEmptyObject },
    { endpoint: wazzupV2.createIframe, allows: isWindowOfOwnNumber },
  ],
  reads: [
    { title: 'Channels', endpoint: wazzupV2.fetchChannels },
    { title: 'Webhooks', endpoint: wazzupV2.fetchWebhooks },
    { title: 'Users', endpoint: wazzupV2.fetchUsers },
    readOne({ title: 'One user', endpoint: wazzupV2.fetchUser, from: 'Users', path: [0, 'id'], param: 'id' }),
    { title: 'Unknown user', endpoint: wazzupV2.fetchUser, build: () => ({ params: { id: nobody } }) },
    { title: 'Contacts', endpoint: wazzupV2.listContacts },
    {
      title: 'Contacts with an invalid query',
      endpoint: wazzupV2.listContacts,
      build: () => ({ query: invalidQuery }),
    },
    readOne({ title: 'One contact', endpoint: wazzupV2.fetchContact, from: 'Contacts', path: [0, 'id'], param: 'id' }),
    { title: 'Unknown contact', endpoint: wazzupV2.fetchContact, build: () => ({ params: { id: nobody } }) },
    { title: 'Deals', endpoint: wazzupV2.listDeals },
    readOne({ title: 'One deal', endpoint: wazzupV2.fetchDeal, from: 'Deals', path: [0, 'id'], param: 'id' }),
    { title: 'Unknown deal', endpoint: wazzupV2.fetchDeal, build: () => ({ params: { id: nobody } }) },
    ...probeKeys(wazzupV2.fetchChannels),
    { title: 'Unknown route', endpoint: unknownRoute },
    probeSlash(wazzupV2.fetchChannels),
    { title: 'Window without a user', endpoint: wazzupV2.createIframe, build: () => ({ body: {} }) },
    { title: 'Message without fields', endpoint: wazzupV2.sendMessage, build: () => ({ body: {} }) },
    {
      title: 'Message without content',
      endpoint: wazzupV2.sendMessage,
      build: () => ({ body: { chatType: 'whatsapp', chatId: noNumber } }),
    },
    {
      title: 'Unanswered counter',
      async converse({ side, open, quietMs }) {
        const userId = user.find(side.answer(user.from))
        if (userId === undefined) return { skipped: user.missing }
        const data = { apiKey: side.key, userId }
        const baseUrl = side.otherUrl('counters')
        return watchCounter({ open, baseUrl, path: '/socket.io/', event: 'apiV2IframeConnecting', data, quietMs })
      },
    },
  ],
  sends: [
    {
      title: 'Message',
      endpoint: wazzupV2.sendMessage,
      build: (side) => withAll(side, { channel }, (found) => ({ body: toMessage(found.channel, found.sendTo) })),
    },
    {
      title: 'Message through a channel of another messenger',
      endpoint: wazzupV2.sendMessage,
      build: (side) =>
        withAll(side, { otherChannel }, (found) => ({ body: toMessage(found.otherChannel, found.sendTo) })),
    },
    {
      title: 'Window',
      endpoint: wazzupV2.createIframe,
      build: (side) => withAll(side, { user, userName }, (found) => ({ body: toWindow(found) })),
    },
    {
      title: 'Window without an open chat, as null',
      endpoint: wazzupV2.createIframe,
      build: (side) =>
        withAll(side, { user, userName }, (found) => ({ body: { ...toWindow(found), activeChat: null } })),
    },
    {
      title: 'Window with an unknown field',
      endpoint: wazzupV2.createIframe,
      build: (side) =>
        withAll(side, { user, userName }, (found) => ({ body: { ...toWindow(found), [unknownField]: true } })),
    },
    {
      title: 'Window with its open chat as a list',
      endpoint: wazzupV2.createIframe,
      build: (side) =>
        withAll(side, { user, userName }, (found) => {
          const { activeChat, ...window } = toWindow(found)
          return { body: { ...window, activeChat: [activeChat] } }
        }),
    },
  ],
}

const invalidQuery = { limit: 'many', offset: '-1', orderBy: 'nothing' }

function toMessage(channelId: string | undefined, chatId: string) {
  return { channelId, chatType: 'whatsapp', chatId, text: testText }
}

function toWindow({ user: id, userName: name, sendTo: chatId }: Found) {
  const chat = { chatType: 'whatsapp', chatId }
  return { user: { id, name }, scope: 'card', filter: [{ ...chat, name: testName }], activeChat: chat }
}

function hasNothingToSend(request: GuardedRequest): boolean {
  return hasOnly(request, 'chatType', 'chatId', 'channelId')
}

function isToOwnNumber(request: GuardedRequest): boolean {
  const { body, sendTo } = request
  return (
    hasOnly(request, 'channelId', 'chatType', 'chatId', 'text') &&
    pick(body, 'chatType') === 'whatsapp' &&
    isSame(pick(body, 'chatId'), sendTo)
  )
}

function isWindowOfOwnNumber(request: GuardedRequest): boolean {
  const { body, sendTo } = request
  const chats = pickList(body, 'filter')
  const active = [pick(body, 'activeChat') ?? []].flat()
  return (
    hasOnly(request, 'user', 'scope', 'filter', 'activeChat', unknownField) &&
    pick(body, 'scope') === 'card' &&
    chats.length > 0 &&
    [...chats, ...active].every((chat) => isSame(pick(chat, 'chatId'), sendTo))
  )
}
