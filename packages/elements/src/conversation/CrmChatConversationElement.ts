import type { ChatClient } from '@crm-chat/core'
import type { Chat } from '@crm-chat/protocol'
import {
  Conversation,
  type ConversationLabels,
  type ConversationProps,
  conversationStyles,
  createProxySource,
  useConversation,
} from '@crm-chat/react/conversation'
import { createElement, type ReactNode } from 'react'
import { readJson } from '../readJson.ts'
import { ReactElement } from './ReactElement.ts'
import { reportOnce } from './reportOnce.ts'

/**
 * `<crm-chat-conversation endpoint locale chat label labels>`: the messages of one chat with a composer. `chat` and `labels` are
 * JSON. It fills its parent, whose height must be limited.
 * @example
 * <crm-chat-conversation chat='{"chatType":"whatsapp","chatId":"79998887766"}' label="Messages with Ann"></crm-chat-conversation>
 */
export class CrmChatConversationElement extends ReactElement<ConversationLabels> {
  static readonly observedAttributes = ['endpoint', 'locale', 'chat', 'label', 'labels', 'dir']
  protected override readonly rules = conversationStyles

  /** Moves the focus into the text field. */
  override focus(): void {
    this.shadowRoot?.querySelector('textarea')?.focus()
  }

  protected override render(client: ChatClient): ReactNode {
    const chat = readChat(this)
    const dir = this.getAttribute('dir')
    const props: ShownProps = {
      label: this.getAttribute('label') ?? undefined,
      labels: this.labels,
      dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
    }
    if (!chat) return createElement(Conversation, { ...props, conversation: null })
    const key = JSON.stringify([client.endpoint, chat.chatType, chat.chatId])
    return createElement(OneChat, { ...props, key, client, chat })
  }
}

type ShownProps = Pick<ConversationProps, 'label' | 'labels' | 'dir'>

interface OneChatProps extends ShownProps {
  client: ChatClient
  chat: Chat
}

function OneChat({ client, chat, ...props }: OneChatProps): ReactNode {
  const conversation = useConversation(() => createProxySource(client, { chat }))
  return createElement(Conversation, { ...props, conversation })
}

/** Reads `chat`. Without one that can be read, the conversation is on its way: frameworks set attributes one by one. */
function readChat(element: Element): Chat | undefined {
  const { value, problem } = readJson({ element, name: 'chat' })
  if (problem !== undefined) reportOnce(problem)
  const { chatType, chatId } = Object(value)
  return typeof chatType === 'string' && typeof chatId === 'string'
    ? { chatType: chatType as Chat['chatType'], chatId }
    : undefined // The proxy decides.
}
