import type {
  ConversationEvent,
  ConversationSource,
  ConversationTemplate,
  Outcome,
  SentMessage,
} from '@crm-chat/react/conversation'
import type { StoreApi } from 'zustand/vanilla'
import { toUpload } from '../../ui/message/toUpload.ts'
import { toKey } from './chatKey.ts'
import { findChat } from './chatSelectors.ts'
import type { ChatsEvent, Outcome as ChatsOutcome, ChatsSource } from './chatsSource.ts'
import type { ChatsState } from './chatsState.ts'
import type { ChatKey, Message, Template } from './conversation.ts'
import { toAllowed } from './toAllowed.ts'
import { toMessage } from './toMessage.ts'

/** The conversation of one chat, over the page's one connection. */
export interface ChatSource extends ConversationSource {
  /** Passes on an event of the page, once the state has it. */
  handle: (event: ChatsEvent) => void
  /** Reports that the connection works again, if it was lost since. */
  resume: () => void
}

interface Parameters {
  store: StoreApi<ChatsState>
  source: ChatsSource
  chat: ChatKey
}

/** Creates the source of one chat. */
export function createChatSource({ store, source, chat: { chatType, chatId } }: Parameters): ChatSource {
  const chat: ChatKey = { chatType, chatId }
  const key = toKey(chat)
  const listeners = new Set<(event: ConversationEvent) => void>()
  let isOutdated = true
  const emit = (event: ConversationEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const describe = (): ConversationEvent[] => {
    const state = store.getState()
    const count = findChat(state, key)?.unanswered ?? 0
    return [
      { type: 'allowed', allowed: toAllowed({ chat, state, source }) },
      { type: 'unanswered', count },
    ]
  }

  return {
    key,
    subscribe(listener) {
      listeners.add(listener)
      describe().forEach(listener)
      return () => listeners.delete(listener)
    },
    async fetchPage({ before, after, around }) {
      const outcome = await source.fetchMessages({
        ...chat,
        ...(before && { before: before.order }),
        ...(after && { after: after.order }),
        ...(around && { around: around.order }),
      })
      if (!outcome.ok) return outcome
      return { ok: true, result: { ...outcome.result, messages: outcome.result.messages.map(toMessage) } }
    },
    async send({ file, template, quotedMessageId, text, channelId, clientMessageId }) {
      return toSent(
        await source.sendMessage({
          ...chat,
          clientMessageId,
          ...(text !== undefined && { text }),
          ...(channelId !== undefined && { channelId }),
          ...(file && { file: await toUpload(file) }),
          ...(template && { template: { templateGuid: template.id, values: [...template.values] } }),
          ...(quotedMessageId !== undefined && { refMessageId: quotedMessageId }),
        }),
      )
    },
    edit: async ({ message: { id: messageId, text: before }, text = before ?? '' }) =>
      toSent(await source.editMessage({ ...chat, messageId, text })),
    async fetchTemplates() {
      const outcome = await source.fetchTemplates(chat)
      return outcome.ok ? { ok: true, result: outcome.result.map(toTemplate) } : outcome
    },
    remove: async ({ id }) => toSent(await source.deleteMessage({ ...chat, messageId: id })),
    handle(event) {
      if (event.type === 'message' && toKey(event.message) === key)
        emit({ type: 'message', message: toMessage(event.message) })
      if (event.type === 'status' && toKey(event.change) === key) emit({ type: 'status', change: event.change })
      if (event.type === 'lost' || event.type === 'ended') emit({ type: event.type })
      if (event.type === 'opened') isOutdated = true
      if (event.type === 'opened' || event.type === 'channels' || event.type === 'chat' || event.type === 'chats')
        describe().forEach(emit)
    },
    resume() {
      if (!isOutdated || store.getState().connection.status !== 'live') return
      isOutdated = false
      emit({ type: 'live' })
    },
  }
}

function toTemplate({ templateGuid, ...template }: Template): ConversationTemplate {
  return { id: templateGuid, ...template }
}

function toSent(outcome: ChatsOutcome<Message>): Outcome<SentMessage> {
  return outcome.ok ? { ok: true, result: { message: toMessage(outcome.result) } } : outcome
}
