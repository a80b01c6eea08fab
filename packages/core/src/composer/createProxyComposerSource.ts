import type { Chat, Recipient } from '@crm-chat/protocol'
import { parseChannelList } from '@crm-chat/protocol/wire/parseChannels'
import { parseConversationPage } from '@crm-chat/protocol/wire/parseConversation'
import { parseTemplateList } from '@crm-chat/protocol/wire/parseTemplateList'
import type { SentMessage, StatusChange } from '../conversation/conversationSource.ts'
import { attempt } from '../conversation/proxy/attempt.ts'
import { toConversationPath } from '../conversation/proxy/conversationPath.ts'
import { createDeliveryWatch } from '../conversation/proxy/createDeliveryWatch.ts'
import { createSender } from '../conversation/proxy/createSender.ts'
import { followClient } from '../conversation/proxy/followClient.ts'
import { largestFileBytes } from '../conversation/proxy/largestFileBytes.ts'
import { longestCaption } from '../conversation/proxy/longestCaption.ts'
import { readStatus } from '../conversation/proxy/readStatus.ts'
import { toDelivery } from '../conversation/proxy/toConversationMessage.ts'
import { toTemplates } from '../conversation/proxy/toTemplates.ts'
import type { ChatClient } from '../createChat.ts'
import type { ComposerAllowed, ComposerEvent, ComposerSend, ComposerSource } from './composerSource.ts'

const named = { messages: 'send', files: 'file', captions: 'caption', templates: 'template' } as const

/**
 * Sends a composer's messages over the proxy.
 * @example
 * const composer = createComposer(createProxyComposerSource(chat))
 */
export function createProxyComposerSource(client: ChatClient): ComposerSource {
  const { request } = client
  const sender = createSender(client)
  let hasHistory = false
  let readAgain = (): void => undefined
  const deliveries = createDeliveryWatch({ clock: client.clock, onDue: () => readAgain() })

  /** Reads what is allowed. It is read again after each reconnection: an administrator may have changed it. */
  async function readAllowed(): Promise<ComposerAllowed> {
    const { capabilities, vendor, chatTypes, user } = await client.session()
    hasHistory = capabilities.includes('conversation')
    const list = capabilities.includes('channels')
      ? await request({ operation: 'channels', parse: parseChannelList })
      : null
    return {
      can: Object.entries(named).flatMap(([capability, action]) => (capabilities.includes(capability) ? action : [])),
      vendor,
      chatTypes,
      channels: list?.channels ?? null,
      largestFileBytes,
      longestCaption,
      clockOffsetMs: client.now() - Date.now(),
      userId: user.id,
    }
  }

  async function fetchStatuses(to: Recipient): Promise<readonly StatusChange[]> {
    const chat = toChat(to)
    if (!hasHistory || !chat) return []
    const path = `${toConversationPath(chat)}/messages`
    const { messages } = await request({ operation: 'conversation', path, parse: parseConversationPage })
    return messages.flatMap(({ id, status, code = null, explanation = null }) => {
      const delivery = toDelivery(status)
      deliveries.settle(id, delivery)
      return delivery ? [{ messageIds: [id], status: delivery, failure: code, explanation }] : []
    })
  }

  async function send(parameters: ComposerSend): Promise<SentMessage> {
    const sent = await sender.send(parameters)
    if (hasHistory && toChat(parameters.to) && 'messageId' in sent) deliveries.add(sent.messageId)
    return sent
  }

  return {
    key: client.endpoint,
    subscribe(listener) {
      let isOver = false
      const emit = (event: ComposerEvent): void => {
        if (!isOver) listener(event)
      }
      readAgain = () => emit({ type: 'changed' })
      const stop = followClient({
        client,
        emit,
        onLiveEvent: (event) => {
          const change = readStatus(event)
          if (!change) return
          for (const id of [...change.messageIds, change.requestId]) deliveries.settle(id, change.status)
          emit({ type: 'status', change })
        },
        readAllowed: async () => {
          const outcome = await attempt(readAllowed)
          if (outcome.ok) emit({ type: 'allowed', allowed: outcome.result })
          else emit({ type: 'failed', error: outcome.error })
          return outcome.ok || outcome.error.code !== 'network'
        },
      })
      return () => {
        isOver = true
        deliveries.stop()
        stop()
      }
    },
    send: (parameters) => attempt(() => send(parameters)),
    fetchTemplates: () =>
      attempt(async () => toTemplates(await request({ operation: 'templates', parse: parseTemplateList }))),
    fetchStatuses: (to) => attempt(() => fetchStatuses(to)),
  }
}

/** Messengers whose chats are named by the phone number. */
const numbered: readonly string[] = ['whatsapp', 'viber']

/** Returns the chat of a recipient; undefined where the vendor alone knows it. */
function toChat(to: Recipient): Pick<Chat, 'chatType' | 'chatId'> | undefined {
  if ('chatId' in to) return to
  return 'phone' in to && numbered.includes(to.chatType) ? { chatType: to.chatType, chatId: to.phone } : undefined
}
