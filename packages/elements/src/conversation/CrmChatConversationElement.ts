import type { ChatClient } from '@crm-chat/core'
import type { Chat } from '@crm-chat/protocol'
import type { ConversationLabels } from '@crm-chat/react/conversation'
import { createElement, type ReactNode } from 'react'
import { readJson } from '../readJson.ts'
import { ReactElement } from './ReactElement.ts'
import { reportOnce } from './reportOnce.ts'

type Part = typeof import('./parts/conversationPart.ts')

/**
 * `<crm-chat-conversation endpoint locale chat label labels>`: the messages of one chat with a composer. `chat` and `labels` are
 * JSON. It fills its parent, whose height must be limited.
 * @example
 * <crm-chat-conversation chat='{"chatType":"whatsapp","chatId":"79998887766"}' label="Messages with Ann"></crm-chat-conversation>
 */
export class CrmChatConversationElement extends ReactElement<ConversationLabels, Part> {
  static readonly observedAttributes = ['endpoint', 'locale', 'chat', 'label', 'labels', 'dir']
  protected override readonly load = (): Promise<Part> => import('./parts/conversationPart.ts')

  /** Moves the focus into the text field. */
  override focus(): void {
    this.shadowRoot?.querySelector('textarea')?.focus()
  }

  protected override render(client: ChatClient, { NoChat, OneChat }: Part): ReactNode {
    const chat = readChat(this)
    const dir = this.getAttribute('dir')
    const props = {
      label: this.getAttribute('label') ?? undefined,
      labels: this.labels,
      dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
    } as const
    if (!chat) return createElement(NoChat, props)
    const key = JSON.stringify([client.endpoint, chat.chatType, chat.chatId])
    return createElement(OneChat, { ...props, key, client, chat })
  }
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
