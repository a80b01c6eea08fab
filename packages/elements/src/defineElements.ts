import { themes } from '@crm-chat/core/look'
import { adoptStyles } from './attachLook.ts'
import { CrmChatBadgeElement } from './badge/CrmChatBadgeElement.ts'
import { CrmChatTabBadgeElement } from './badge/CrmChatTabBadgeElement.ts'
import { CrmChatLauncherElement } from './launcher/CrmChatLauncherElement.ts'
import { CrmChatWindowElement } from './window/CrmChatWindowElement.ts'

const elements = {
  'crm-chat-badge': CrmChatBadgeElement,
  'crm-chat-tab-badge': CrmChatTabBadgeElement,
  'crm-chat-window': CrmChatWindowElement,
  'crm-chat-launcher': CrmChatLauncherElement,
}

/**
 * Registers `<crm-chat-window>`, `<crm-chat-badge>`, `<crm-chat-tab-badge>` and `<crm-chat-launcher>` with the page. Does nothing on
 * a server, nor for an element that is there already: from an earlier call, or another copy of this package.
 */
export function defineElements(): void {
  if (typeof customElements === 'undefined') return
  for (const [name, element] of Object.entries(elements)) {
    if (customElements.get(name)) continue
    customElements.define(name, element)
    adoptStyles(document, themes)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat-badge': CrmChatBadgeElement
    'crm-chat-tab-badge': CrmChatTabBadgeElement
    'crm-chat-window': CrmChatWindowElement
    'crm-chat-launcher': CrmChatLauncherElement
  }
}
