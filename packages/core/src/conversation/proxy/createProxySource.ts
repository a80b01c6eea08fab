import type { Chat, Message } from '@crm-chat/protocol'
import { parseChannelList } from '@crm-chat/protocol/wire/parseChannels'
import { parseConversationPage, parseSearchResult } from '@crm-chat/protocol/wire/parseConversation'
import { parseMessage } from '@crm-chat/protocol/wire/parseMessage'
import { parseTemplateList } from '@crm-chat/protocol/wire/parseTemplateList'
import type { ChatClient } from '../../createChat.ts'
import type { LiveEvent } from '../../transports/transport.ts'
import type { ConversationMessage } from '../conversationMessage.ts'
import type {
  Allowed,
  ConversationAction,
  ConversationChannel,
  ConversationEvent,
  ConversationSource,
  NewMessage,
  SentMessage,
} from '../conversationSource.ts'
import { attempt } from './attempt.ts'
import { toConversationPath } from './conversationPath.ts'
import { createDeliveryWatch } from './createDeliveryWatch.ts'
import { type BackwardPage, createPager } from './createPager.ts'
import { createRereader } from './createRereader.ts'
import { createSender } from './createSender.ts'
import { followClient } from './followClient.ts'
import { largestFileBytes } from './largestFileBytes.ts'
import { longestCaption } from './longestCaption.ts'
import { readStatus } from './readStatus.ts'
import { toChannels } from './toChannels.ts'
import { toConversationMessage } from './toConversationMessage.ts'
import { toTemplates } from './toTemplates.ts'

/** Options of {@link createProxySource}. */
export interface ProxySourceOptions {
  chat: Pick<Chat, 'chatType' | 'chatId'>
  /** Leaves out all that the customer or other users could notice, for staff who only look. @default false */
  readOnly?: boolean | undefined
}

const longestText = 20_000

const readOnlyActions: readonly ConversationAction[] = ['search', 'jump', 'date']

/** Actions, each with the capability of the session that offers it. */
const named: readonly [ConversationAction, string][] = [
  ['send', 'messages'],
  ['quote', 'messages'],
  ['file', 'files'],
  ['caption', 'captions'],
  ['template', 'templates'],
  ['edit', 'edit'],
  ['replace', 'edit'],
  ['delete', 'delete'],
  ['read', 'conversation'],
  ['search', 'search'],
  ['jump', 'conversation'],
  ['date', 'conversation'],
]

/**
 * One chat over the proxy: its history where the vendor or the CRM's store keeps one, live messages and statuses, sending, and
 * what else the session's capabilities say. A chat that nobody has written in is empty.
 * @example
 * const source = createProxySource(chat, { chat: { chatType: 'whatsapp', chatId: '79998887766' } })
 */
export function createProxySource(
  client: ChatClient,
  { chat, readOnly = false }: ProxySourceOptions,
): ConversationSource {
  const { chatType, chatId } = chat
  const path = toConversationPath(chat)
  let capabilities: readonly string[] = []
  let channels: ConversationChannel[] = []
  let tell = (_: Allowed): void => undefined

  const { request } = client
  const has = (capability: string): boolean => capabilities.includes(capability)
  let readEnd = (): void => undefined
  const deliveries = createDeliveryWatch({ clock: client.clock, onDue: () => readEnd() })
  const rereader = createRereader({ clock: client.clock, read: () => readEnd() })
  const toShown = (message: Message): ConversationMessage => {
    const shown = toConversationMessage({ message, endpoint: client.endpoint, hasMedia: has('media') })
    deliveries.settle(shown.id, shown.status)
    return shown
  }
  const done = (): null => null

  const fetchPage = async (operation: 'conversation' | 'conversationFrom', place: string): Promise<BackwardPage> => {
    const { messages, before } = await request({ operation, path: `${path}/${place}`, parse: parseConversationPage })
    return { messages: messages.map(toShown), before }
  }
  const readPage = createPager({
    fetchBefore: (cursor) =>
      fetchPage('conversation', `messages${cursor === undefined ? '' : `?before=${encodeURIComponent(cursor)}`}`),
    fetchFrom: (time) =>
      has('jump') ? fetchPage('conversationFrom', `from?time=${new Date(time).toISOString()}`) : undefined,
  })

  /** Reads what is allowed. It is read again after each reconnection: an administrator may have changed it. */
  async function readAllowed(): Promise<Allowed> {
    const session = await client.session()
    capabilities = session.capabilities
    if (has('channels'))
      channels = toChannels(await request({ operation: 'channels', parse: parseChannelList }), chatType)
    const offered = named.flatMap(([action, capability]) => (has(capability) ? action : []))
    const can = readOnly ? offered.filter((action) => readOnlyActions.includes(action)) : offered
    const clockOffsetMs = client.now() - Date.now()
    const isGroup = chatType.endsWith('group')
    const limits = { largestFileBytes, longestText, longestCaption }
    return { can, channels, ...limits, clockOffsetMs, isGroup, userId: session.user.id }
  }

  const sender = createSender(client)
  const send = (message: NewMessage): Promise<SentMessage> =>
    sender.send({
      to: { chatType, chatId },
      message: { ...message, channelId: message.channelId ?? chooseChannel() },
    })

  /** Most vendors do not choose by themselves. */
  const chooseChannel = (): string | undefined => channels.find(({ works, isFitting }) => works && isFitting)?.id

  return {
    key: `${client.endpoint} ${chatType} ${chatId}`,
    subscribe(listener) {
      let isOver = false
      const emit = (event: ConversationEvent): void => {
        if (!isOver) listener(event)
      }
      readEnd = () => emit({ type: 'changed' })
      tell = (allowed) => emit({ type: 'allowed', allowed })
      const stop = followClient({
        client,
        emit,
        onLiveEvent: (event) => handleEvent(event, emit),
        readAllowed: async () => {
          const outcome = await attempt(readAllowed)
          if (outcome.ok) tell(outcome.result)
          return outcome.ok || outcome.error.code !== 'network'
        },
      })
      return () => {
        isOver = true
        deliveries.stop()
        rereader.stop()
        stop()
      }
    },
    fetchPage: (parameters) =>
      attempt(async () => {
        if (capabilities.length === 0) tell(await readAllowed())
        try {
          const page = await readPage(parameters)
          if (page) return page
          throw new RangeError('The message is too far back.')
        } catch (error) {
          if (has('conversation') && Object(error).code === 'not_found')
            return { messages: [], hasEarlier: false, hasLater: false }
          throw error
        }
      }),
    send: (message) =>
      attempt(async () => {
        const sent = await send(message)
        if ('messageId' in sent) deliveries.add(sent.messageId)
        return sent
      }),
    edit: ({ message, text, file }) =>
      attempt(async () => {
        const path = `messages/${encodeURIComponent(message.id)}`
        const change = (body: { text: string } | { fileUrl: string }): Promise<null> =>
          request({ operation: 'editMessage', path, method: 'PATCH', body, parse: done })
        // The vendors take one of the two at a time. The shown file comes with the message that is changed.
        const place = `edit ${message.id}`
        if (file) await change({ fileUrl: await sender.upload({ file, id: place }) })
        sender.forget(place)
        if (text !== undefined) await change({ text })
        return { message: { ...message, ...(text !== undefined && { text }), isEdited: true } }
      }),
    remove: (message) =>
      attempt(async () => {
        const own = `messages/${encodeURIComponent(message.id)}`
        await request({ operation: 'deleteMessage', path: own, method: 'DELETE', parse: done })
        return { message: { ...message, text: null, file: null, isDeleted: true } }
      }),
    read: ({ id }) =>
      attempt(() =>
        request({ operation: 'readConversation', path: `${path}/read`, body: { messageId: id }, parse: done }),
      ),
    fetchTemplates: () =>
      attempt(async () => toTemplates(await request({ operation: 'templates', parse: parseTemplateList }))),
    search: (text) =>
      attempt(async () => {
        const own = `${path}/search?text=${encodeURIComponent(text)}`
        const { messages } = await request({ operation: 'searchConversation', path: own, parse: parseSearchResult })
        return { messages: messages.map(toShown), hasMore: messages.length >= mostFound }
      }),
  }

  function handleEvent({ name, data }: LiveEvent, emit: (event: ConversationEvent) => void): void {
    const message = name === 'message' && parseMessage(data)
    if (message && message.chat.chatType === chatType && message.chat.chatId === chatId) handleMessage(message, emit)
    const change = readStatus({ name, data })
    if (!change) return
    for (const id of [...change.messageIds, change.requestId]) deliveries.settle(id, change.status)
    emit({ type: 'status', change })
  }

  function handleMessage(message: Message, emit: (event: ConversationEvent) => void): void {
    emit({ type: 'message', message: toShown(message) })
    // A vendor whose history has no place to jump to keeps it itself, e.g. Whatomate.
    if (has('conversation') && isIncomplete({ message, mayQuote: !has('jump') })) rereader.request()
  }
}

/** Types of messages that have a file, and of those that can quote another one. */
const fileTypes: readonly string[] = ['image', 'video', 'audio', 'document']
const quotingTypes: readonly string[] = ['text', 'location', 'contact', ...fileTypes]

/** An event of Whatomate has neither file nor buttons nor a quoted message: its history has them. */
function isIncomplete({ message, mayQuote }: { message: Message; mayQuote: boolean }): boolean {
  const { type, file, buttons, direction, quotedMessageId, deleted = false } = message
  if (deleted) return false
  const lacksQuote =
    mayQuote && direction === 'incoming' && quotedMessageId === undefined && quotingTypes.includes(type)
  return lacksQuote || (fileTypes.includes(type) && !file) || (type === 'interactive' && !buttons)
}

/** Most messages that the proxy finds. */
const mostFound = 50
