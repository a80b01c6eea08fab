import type { ChatClient } from '@crm-chat/core'
import type { Chat } from '@crm-chat/protocol'
import {
  Conversation,
  type ConversationProps,
  conversationStyles,
  createProxySource,
  useConversation,
} from '@crm-chat/react/conversation'
import { createElement, type ReactNode } from 'react'

/** Rules of a conversation. */
export const rules: string = conversationStyles

/** Props of {@link OneChat} and {@link NoChat}. */
export type ShownProps = Pick<ConversationProps, 'label' | 'labels' | 'dir'>

/** A conversation whose chat is not known yet. */
export function NoChat(props: ShownProps): ReactNode {
  return createElement(Conversation, { ...props, conversation: null })
}

/** The conversation of a chat. */
export function OneChat({ client, chat, ...props }: ShownProps & { client: ChatClient; chat: Chat }): ReactNode {
  const conversation = useConversation(() => createProxySource(client, { chat }))
  return createElement(Conversation, { ...props, conversation })
}
