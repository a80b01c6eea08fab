import { randomUUID } from 'node:crypto'
import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { watchCounter } from './counterSocket.ts'
import { pick, pickList, pickText } from './pick.ts'
import type { GuardedRequest, VendorProbes } from './probe.ts'
import {
  allow,
  allowNothing,
  describeChannels,
  describeUnknownRoute,
  type Found,
  hasOnly,
  isEmptyObject,
  isSame,
  nobody,
  noId,
  noNumber,
  probeKeys,
  probeSlash,
  readOne,
  testName,
  testText,
  unknownField,
  withAll,
} from './probeParts.ts'

const unknownRoute = describeUnknownRoute('wazzup-v3', '/v3')

const { channel, otherChannel } = describeChannels()
const user = {
  from: 'Users',
  find: (answer: unknown) => pickText(answer, 0, 'id') ?? pickText(answer, 'data', 0, 'id'),
  missing: 'the account has no user',
}
const sent = {
  from: 'Message',
  find: (answer: unknown) => pickText(answer, 'messageId'),
  missing: 'no message was sent before',
}

/** An id for the message that is sent twice, the same on both sides. */
const crmMessageId = randomUUID()

/** Probes of Wazzup's API v3. */
export const wazzupV3Probes: VendorProbes = {
  vendor: 'wazzup-v3',
  baseUrl: 'https://api.wazzup24.com',
  otherUrls: { [wazzupV3.fetchCounterHost.operation]: 'https://integrations.wazzup24.com' },
  socketPaths: ['/ws-counters/'],
  toHeaders: (key, kind): Record<string, string> =>
    kind === 'none' ? {} : { authorization: `${kind === 'basic' ? 'Basic' : 'Bearer'} ${key}` },
  learns: ({ endpoint, answer }) =>
    endpoint === wazzupV3.sendMessage ? [pickText(answer, 'messageId')].filter((id) => id !== undefined) : [],
  rules: [
    ...allow(
      wazzupV3.fetchChannels,
      wazzupV3.fetchWebhooks,
      wazzupV3.listUsers,
      wazzupV3.fetchUser,
      wazzupV3.listContacts,
      wazzupV3.fetchContact,
      wazzupV3.listDeals,
      wazzupV3.fetchDeal,
      wazzupV3.fetchPipelines,
      wazzupV3.listTemplates,
      wazzupV3.fetchUnanswered,
      wazzupV3.fetchCounterHost,
      unknownRoute,
    ),
    ...allowNothing(wazzupV3.editMessage, wazzupV3.deleteMessage),
    { endpoint: wazzupV3.sendMessage, allows: (request) => hasOnly(request, 'chatType', 'chatId', 'channelId') },
    { endpoint: wazzupV3.sendMessage, allows: isToOwnNumber },
    { endpoint: wazzupV3.editMessage, allows: ({ params, owns }) => owns(params.id ?? '') },
    { endpoint: wazzupV3.deleteMessage, allows: ({ params, owns }) => owns(params.id ?? '') },
    { endpoint: wazzupV3.createIframe, allows: isEmptyObject },
    { endpoint: wazzupV3.createIframe, allows: isWindowOfOwnNumber },
  ],
  reads: [
    { title: 'Channels', endpoint: wazzupV3.fetchChannels },
    { title: 'Webhooks', endpoint: wazzupV3.fetchWebhooks },
    { title: 'Users', endpoint: wazzupV3.listUsers },
    {
      title: 'One user',
      endpoint: wazzupV3.fetchUser,
      build: (side) => withAll(side, { user }, (found) => ({ params: { id: found.user ?? '' } })),
    },
    { title: 'Unknown user', endpoint: wazzupV3.fetchUser, build: () => ({ params: { id: nobody } }) },
    { title: 'Contacts', endpoint: wazzupV3.listContacts },
    {
      title: 'Contacts with an invalid query',
      endpoint: wazzupV3.listContacts,
      build: () => ({ query: { limit: 'many', offset: '-1' } }),
    },
    readOne({
      title: 'One contact',
      endpoint: wazzupV3.fetchContact,
      from: 'Contacts',
      path: ['data', 0, 'id'],
      param: 'id',
    }),
    { title: 'Unknown contact', endpoint: wazzupV3.fetchContact, build: () => ({ params: { id: nobody } }) },
    { title: 'Deals', endpoint: wazzupV3.listDeals },
    readOne({ title: 'One deal', endpoint: wazzupV3.fetchDeal, from: 'Deals', path: ['data', 0, 'id'], param: 'id' }),
    { title: 'Unknown deal', endpoint: wazzupV3.fetchDeal, build: () => ({ params: { id: nobody } }) },
    { title: 'Pipelines', endpoint: wazzupV3.fetchPipelines },
    { title: 'Templates', endpoint: wazzupV3.listTemplates },
    {
      title: 'Unanswered',
      endpoint: wazzupV3.fetchUnanswered,
      build: (side) => withAll(side, { user }, (found) => ({ params: { userId: found.user ?? '' } })),
    },
    {
      title: 'Unanswered of nobody',
      endpoint: wazzupV3.fetchUnanswered,
      build: () => ({ params: { userId: nobody } }),
    },
    {
      title: 'Host of the counter',
      endpoint: wazzupV3.fetchCounterHost,
      build: ({ key }) => ({ params: { apiKey: key } }),
      credential: 'none',
    },
    ...probeKeys(wazzupV3.fetchChannels),
    { title: 'Key in the other scheme', endpoint: wazzupV3.fetchChannels, credential: 'basic' },
    { title: 'Unknown route', endpoint: unknownRoute },
    probeSlash(wazzupV3.fetchChannels),
    { title: 'Window without a user', endpoint: wazzupV3.createIframe, build: () => ({ body: {} }) },
    { title: 'Message without fields', endpoint: wazzupV3.sendMessage, build: () => ({ body: {} }) },
    {
      title: 'Message without content',
      endpoint: wazzupV3.sendMessage,
      build: () => ({ body: { channelId: noId, chatType: 'whatsapp', chatId: noNumber } }),
    },
    {
      title: 'Edit of an unknown message',
      endpoint: wazzupV3.editMessage,
      build: () => ({ params: { id: noId }, body: { text: testText } }),
    },
    {
      title: 'Deletion of an unknown message',
      endpoint: wazzupV3.deleteMessage,
      build: () => ({ params: { id: noId } }),
    },
    {
      title: 'Unanswered counter',
      async converse({ side, open, quietMs }) {
        const userId = user.find(side.answer(user.from))
        const host = pickText(side.answer('Host of the counter'), 'host')
        if (userId === undefined) return { skipped: user.missing }
        if (host === undefined) return { skipped: 'the host of the counter is unknown' }
        const data = { type: 'api_v3', apiKey: side.key, userId }
        const baseUrl = `${new URL(side.baseUrl).protocol}//${host}`
        return watchCounter({ open, baseUrl, path: '/ws-counters/', event: 'counterConnecting', data, quietMs })
      },
    },
  ],
  sends: [
    {
      title: 'Message',
      endpoint: wazzupV3.sendMessage,
      build: (side) =>
        withAll(side, { channel }, (found) => ({ body: { ...toMessage(found.channel, found.sendTo), crmMessageId } })),
    },
    {
      title: 'The same message again',
      endpoint: wazzupV3.sendMessage,
      build: (side) =>
        withAll(side, { channel }, (found) => ({ body: { ...toMessage(found.channel, found.sendTo), crmMessageId } })),
    },
    {
      title: 'Message through a channel of another messenger',
      endpoint: wazzupV3.sendMessage,
      build: (side) =>
        withAll(side, { otherChannel }, (found) => ({ body: toMessage(found.otherChannel, found.sendTo) })),
    },
    {
      title: 'Edit',
      endpoint: wazzupV3.editMessage,
      build: (side) =>
        withAll(side, { sent }, (found) => ({
          params: { id: found.sent ?? '' },
          body: { text: `${testText} (edited)` },
        })),
    },
    {
      title: 'Deletion',
      endpoint: wazzupV3.deleteMessage,
      build: (side) => withAll(side, { sent }, (found) => ({ params: { id: found.sent ?? '' } })),
    },
    {
      title: 'Window',
      endpoint: wazzupV3.createIframe,
      build: (side) => withAll(side, { user }, (found) => ({ body: toWindow(found) })),
    },
    {
      title: 'Window without an open chat, as null',
      endpoint: wazzupV3.createIframe,
      build: (side) => withAll(side, { user }, (found) => ({ body: { ...toWindow(found), activeChat: null } })),
    },
    {
      title: 'Window with an unknown field',
      endpoint: wazzupV3.createIframe,
      build: (side) => withAll(side, { user }, (found) => ({ body: { ...toWindow(found), [unknownField]: true } })),
    },
  ],
}

function toMessage(channelId: string | undefined, chatId: string) {
  return { channelId, chatType: 'whatsapp', chatId, text: testText }
}

function toWindow({ user: id, sendTo: chatId }: Found) {
  const chat = { chatType: 'whatsapp', chatId }
  return { user: { id }, scope: 'card', filter: [{ ...chat, name: testName }], activeChat: chat }
}

function isToOwnNumber(request: GuardedRequest): boolean {
  const { body, sendTo } = request
  return (
    hasOnly(request, 'channelId', 'chatType', 'chatId', 'text', 'crmMessageId') &&
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
