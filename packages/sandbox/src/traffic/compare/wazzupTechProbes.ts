import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { pick, pickList, pickText } from './pick.ts'
import type { GuardedRequest, Probe, VendorProbes } from './probe.ts'
import {
  allow,
  allowNothing,
  describeChannels,
  describeUnknownRoute,
  hasOnly,
  isEmptyObject,
  isSame,
  nobody,
  noId,
  probeKeys,
  probeSlash,
  testName,
  testText,
  withAll,
} from './probeParts.ts'

const unknownRoute = describeUnknownRoute('wazzup-tech', '/v2')

const { channel: toChannel, otherChannel: toOtherChannel } = describeChannels((answer) => pick(answer, 'data'))
const user = {
  from: 'Users',
  find: (answer: unknown) => findFirstId(answer, 'users'),
  missing: 'the account has no user',
}

/** Id of the first item of a list, which is in `data` or in a field of it. */
function findFirstId(answer: unknown, name: string): string | undefined {
  return pickText(answer, 'data', 0, 'id') ?? pickText(answer, 'data', name, 0, 'id')
}

function readFirst({
  title,
  from,
  endpoint,
  name,
  param,
}: {
  title: string
  from: string
  endpoint: Probe['endpoint']
  name: string
  param: string
}): Probe {
  return {
    title,
    endpoint,
    build({ answer }) {
      const id = findFirstId(answer(from), name)
      return id === undefined ? { skipped: `“${from}” has no item` } : { params: { [param]: id } }
    },
  }
}

/** Probes of Wazzup's tech API. */
export const wazzupTechProbes: VendorProbes = {
  vendor: 'wazzup-tech',
  baseUrl: 'https://tech.wazzup24.com',
  otherUrls: {},
  socketPaths: [],
  toHeaders: (key, kind): Record<string, string> => (kind === 'none' ? {} : { authorization: `Bearer ${key}` }),
  learns: () => [],
  rules: [
    ...allow(
      wazzupTech.fetchChannels,
      wazzupTech.fetchChannel,
      wazzupTech.fetchWebhooks,
      wazzupTech.listUsers,
      wazzupTech.fetchUser,
      wazzupTech.listContacts,
      wazzupTech.fetchContact,
      wazzupTech.listDeals,
      wazzupTech.fetchDeal,
      wazzupTech.fetchSettings,
      wazzupTech.fetchUnanswered,
      wazzupTech.fetchMessagesDump,
      unknownRoute,
    ),
    ...allowNothing(wazzupTech.editMessage, wazzupTech.deleteMessage),
    { endpoint: wazzupTech.sendMessage, allows: isEmptyObject },
    { endpoint: wazzupTech.sendMessage, allows: isToOwnNumber },
    { endpoint: wazzupTech.createChatsLink, allows: isEmptyObject },
    { endpoint: wazzupTech.createChatsLink, allows: isWindowOfOwnNumber },
  ],
  reads: [
    { title: 'Channels', endpoint: wazzupTech.fetchChannels },
    {
      title: 'One channel',
      endpoint: wazzupTech.fetchChannel,
      build({ answer }) {
        const id = pickText(answer('Channels'), 'data', 0, 'channel_id')
        return id === undefined ? { skipped: 'the account has no channel' } : { params: { channel_id: id } }
      },
    },
    { title: 'Unknown channel', endpoint: wazzupTech.fetchChannel, build: () => ({ params: { channel_id: noId } }) },
    { title: 'Webhooks', endpoint: wazzupTech.fetchWebhooks },
    { title: 'Users', endpoint: wazzupTech.listUsers },
    readFirst({ title: 'One user', from: 'Users', endpoint: wazzupTech.fetchUser, name: 'users', param: 'user_id' }),
    { title: 'Unknown user', endpoint: wazzupTech.fetchUser, build: () => ({ params: { user_id: nobody } }) },
    { title: 'Users with an invalid query', endpoint: wazzupTech.listUsers, build: () => ({ query: invalidQuery }) },
    { title: 'Contacts', endpoint: wazzupTech.listContacts },
    readFirst({
      title: 'One contact',
      from: 'Contacts',
      endpoint: wazzupTech.fetchContact,
      name: 'contacts',
      param: paramOf(wazzupTech.fetchContact.path),
    }),
    {
      title: 'Unknown contact',
      endpoint: wazzupTech.fetchContact,
      build: () => ({ params: { [paramOf(wazzupTech.fetchContact.path)]: nobody } }),
    },
    { title: 'Deals', endpoint: wazzupTech.listDeals },
    readFirst({
      title: 'One deal',
      from: 'Deals',
      endpoint: wazzupTech.fetchDeal,
      name: 'deals',
      param: paramOf(wazzupTech.fetchDeal.path),
    }),
    { title: 'Settings', endpoint: wazzupTech.fetchSettings },
    {
      title: 'Unanswered',
      endpoint: wazzupTech.fetchUnanswered,
      build: (side) => withAll(side, { user }, (found) => ({ params: { user_id: found.user ?? '' } })),
    },
    {
      title: 'Unanswered of nobody',
      endpoint: wazzupTech.fetchUnanswered,
      build: () => ({ params: { user_id: nobody } }),
    },
    {
      title: 'Unknown export',
      endpoint: wazzupTech.fetchMessagesDump,
      build: () => ({ params: { [paramOf(wazzupTech.fetchMessagesDump.path)]: noId } }),
    },
    ...probeKeys(wazzupTech.fetchChannels),
    { title: 'Unknown route', endpoint: unknownRoute },
    probeSlash(wazzupTech.fetchChannels),
    { title: 'Window without a user', endpoint: wazzupTech.createChatsLink, build: () => ({ body: {} }) },
    { title: 'Message without fields', endpoint: wazzupTech.sendMessage, build: () => ({ body: {} }) },
    {
      title: 'Edit of an unknown message',
      endpoint: wazzupTech.editMessage,
      build: () => ({ params: { message_id: noId }, body: { text: testText } }),
    },
    {
      title: 'Deletion of an unknown message',
      endpoint: wazzupTech.deleteMessage,
      build: () => ({ params: { message_id: noId } }),
    },
  ],
  sends: [
    {
      title: 'Message',
      endpoint: wazzupTech.sendMessage,
      build: (side) => withAll(side, { toChannel }, (found) => ({ body: toMessage(found.toChannel, found.sendTo) })),
    },
    {
      title: 'Message through a channel of another messenger',
      endpoint: wazzupTech.sendMessage,
      build: (side) =>
        withAll(side, { toOtherChannel }, (found) => ({ body: toMessage(found.toOtherChannel, found.sendTo) })),
    },
    {
      title: 'Window',
      endpoint: wazzupTech.createChatsLink,
      build: (side) => withAll(side, { user }, (found) => ({ body: { user_id: found.user, ...toCard(found.sendTo) } })),
    },
    {
      title: 'Window without an open chat, as null',
      endpoint: wazzupTech.createChatsLink,
      build: (side) =>
        withAll(side, { user }, (found) => ({
          body: { user_id: found.user, ...toCard(found.sendTo), active_chat: null },
        })),
    },
    {
      title: 'Window with its user as an object',
      endpoint: wazzupTech.createChatsLink,
      build: (side) =>
        withAll(side, { user }, (found) => ({ body: { user: { id: found.user }, ...toCard(found.sendTo) } })),
    },
  ],
}

const invalidQuery = { limit: 'many', offset: '-1' }

/** Name of the parameter in a path. */
function paramOf(path: string): string {
  return /:(\w+)/.exec(path)?.[1] ?? ''
}

function toMessage(channel_id: string | undefined, chat_id: string) {
  return { channel_id, recipient: { chat_type: 'whatsapp', chat_id }, text: testText }
}

function toCard(chat_id: string) {
  return { scope: 'card', chats: [{ chat_type: 'whatsapp', chat_id, contact_name: testName }] }
}

function isToOwnNumber(request: GuardedRequest): boolean {
  const recipient = pick(request.body, 'recipient')
  return (
    hasOnly(request, 'channel_id', 'recipient', 'text') &&
    hasOnly({ ...request, body: recipient }, 'chat_type', 'chat_id') &&
    isSame(pick(recipient, 'chat_id'), request.sendTo)
  )
}

function isWindowOfOwnNumber(request: GuardedRequest): boolean {
  const chats = pickList(request.body, 'chats')
  return (
    hasOnly(request, 'user_id', 'user', 'scope', 'chats', 'active_chat') &&
    (pick(request.body, 'active_chat') ?? null) === null &&
    pick(request.body, 'scope') === 'card' &&
    chats.length > 0 &&
    chats.every((chat) => isSame(pick(chat, 'chat_id'), request.sendTo))
  )
}
