import { themes } from '@crm-chat/core/look'
import { adoptStyles } from './attachLook.ts'
import { CrmChatBadgeElement } from './badge/CrmChatBadgeElement.ts'
import { CrmChatTabBadgeElement } from './badge/CrmChatTabBadgeElement.ts'
import { CrmChatLauncherElement } from './launcher/CrmChatLauncherElement.ts'
import { CrmChatDialogElement } from './panel/CrmChatDialogElement.ts'
import { CrmChatDrawerElement } from './panel/CrmChatDrawerElement.ts'
import { CrmChatPanelElement } from './panel/CrmChatPanelElement.ts'
import { CrmChatPopoverElement } from './panel/CrmChatPopoverElement.ts'
import { CrmChatWindowElement } from './window/CrmChatWindowElement.ts'

const elements = {
  'crm-chat-badge': CrmChatBadgeElement,
  'crm-chat-tab-badge': CrmChatTabBadgeElement,
  'crm-chat-window': CrmChatWindowElement,
  'crm-chat-panel': CrmChatPanelElement,
  'crm-chat-popover': CrmChatPopoverElement,
  'crm-chat-drawer': CrmChatDrawerElement,
  'crm-chat-dialog': CrmChatDialogElement,
  'crm-chat-launcher': CrmChatLauncherElement,
}

/**
 * Registers the custom elements, `<crm-chat-window>` and all others, with the page. Does nothing on a server, nor for an element that is there already: from an earlier call, or another copy of this package.
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
    'crm-chat-panel': CrmChatPanelElement
    'crm-chat-popover': CrmChatPopoverElement
    'crm-chat-drawer': CrmChatDrawerElement
    'crm-chat-dialog': CrmChatDialogElement
    'crm-chat-launcher': CrmChatLauncherElement
  }
}
