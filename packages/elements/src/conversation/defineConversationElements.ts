import { themes } from '@crm-chat/core/look'
import { adoptStyles } from '../attachLook.ts'
import { CrmChatChannelListElement } from './CrmChatChannelListElement.ts'
import { CrmChatConversationElement } from './CrmChatConversationElement.ts'
import { CrmChatMessageComposerElement } from './CrmChatMessageComposerElement.ts'

const elements = {
  'crm-chat-conversation': CrmChatConversationElement,
  'crm-chat-message-composer': CrmChatMessageComposerElement,
  'crm-chat-channel-list': CrmChatChannelListElement,
}

/** Registers the elements that need React. Does nothing on a server, nor for an element that is there already. */
export function defineConversationElements(): void {
  if (typeof customElements === 'undefined') return
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element)
  }
  adoptStyles(document, themes)
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat-conversation': CrmChatConversationElement
    'crm-chat-message-composer': CrmChatMessageComposerElement
    'crm-chat-channel-list': CrmChatChannelListElement
  }
}
