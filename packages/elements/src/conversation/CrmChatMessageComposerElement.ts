import type { ChatClient } from '@crm-chat/core'
import type { ComposerContact, ComposerQuote, MessageComposerLabels } from '@crm-chat/react/conversation'
import { createElement, type ReactNode } from 'react'
import { dispatch } from '../events.ts'
import { readJson } from '../readJson.ts'
import { ReactElement } from './ReactElement.ts'
import { reportOnce } from './reportOnce.ts'

type Part = typeof import('./parts/messageComposerPart.ts')

/**
 * `<crm-chat-message-composer endpoint locale contact quote known-only label labels>`: sends messages from any page of a CRM. `contact`,
 * `quote` and `labels` are JSON; with `known-only`, nobody else than the contact is written to. The event `crm-chat-sent` tells of each
 * message that the vendor has accepted.
 * @example
 * <crm-chat-message-composer contact='{"name":"Ann","phones":["+49 30 901820"]}'></crm-chat-message-composer>
 */
export class CrmChatMessageComposerElement extends ReactElement<MessageComposerLabels, Part> {
  static readonly observedAttributes = [
    'endpoint',
    'locale',
    'contact',
    'quote',
    'known-only',
    'label',
    'labels',
    'dir',
  ]
  protected override readonly load = (): Promise<Part> => import('./parts/messageComposerPart.ts')

  /** Moves the focus into the text field. */
  override focus(): void {
    this.shadowRoot?.querySelector('textarea')?.focus()
  }

  protected override render({ endpoint }: ChatClient, { Composer }: Part): ReactNode {
    const dir = this.getAttribute('dir')
    return createElement(Composer, {
      key: endpoint,
      contact: readContact(this),
      quote: readQuote(this),
      allowsNew: !this.hasAttribute('known-only'),
      onSent: (item) => dispatch({ element: this, name: 'crm-chat-sent', detail: item }),
      label: this.getAttribute('label') ?? undefined,
      labels: this.labels,
      dir: dir === 'ltr' || dir === 'rtl' ? dir : undefined,
    })
  }
}

function read(element: Element, name: string): Record<string, unknown> {
  const { value, problem } = readJson({ element, name })
  if (problem !== undefined) reportOnce(problem)
  return Object(value)
}

/** Reads `contact`. What does not fit is left out: nobody is written to by mistake. */
function readContact(element: Element): ComposerContact {
  const { name, chats, usernames, phones } = read(element, 'contact')
  return {
    name: typeof name === 'string' ? name : undefined,
    chats: listOf(chats, isChat),
    usernames: listOf(usernames, isText),
    phones: listOf(phones, isText),
  }
}

function readQuote(element: Element): ComposerQuote | null {
  const { messageId, text } = read(element, 'quote')
  return isText(messageId) ? { messageId, text: isText(text) ? text : '' } : null
}

type NamedChat = NonNullable<ComposerContact['chats']>[number]

function listOf<Item>(value: unknown, is: (item: unknown) => item is Item): Item[] {
  return Array.isArray(value) ? value.filter(is) : []
}

function isChat(value: unknown): value is NamedChat {
  const { chatType, chatId } = Object(value)
  return isText(chatType) && isText(chatId) // The proxy decides.
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
