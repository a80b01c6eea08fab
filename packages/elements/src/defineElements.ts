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
 * Registers `<crm-chat-window>`, `<crm-chat-badge>`, `<crm-chat-tab-badge>` and `<crm-chat-launcher>` with the page. Later calls
 * change nothing.
 */
export function defineElements(): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element)
  }
  adoptStyles(document, themes)
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat-badge': CrmChatBadgeElement
    'crm-chat-tab-badge': CrmChatTabBadgeElement
    'crm-chat-window': CrmChatWindowElement
    'crm-chat-launcher': CrmChatLauncherElement
  }
}
