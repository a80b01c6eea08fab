import { adoptStyles } from './adoptStyles.ts'
import { CrmChatBadgeElement } from './badge/CrmChatBadgeElement.ts'
import { CrmChatLauncherElement } from './launcher/CrmChatLauncherElement.ts'
import themes from './styles/themes.css?inline'
import { CrmChatWindowElement } from './window/CrmChatWindowElement.ts'

const elements = {
  'crm-chat-badge': CrmChatBadgeElement,
  'crm-chat-window': CrmChatWindowElement,
  'crm-chat-launcher': CrmChatLauncherElement,
}

/** Makes `<crm-chat-window>`, `<crm-chat-badge>` and `<crm-chat-launcher>` known to the page. Once is enough, twice is harmless. */
export function defineElements(): void {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element)
  }
  adoptStyles(document, themes)
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-chat-badge': CrmChatBadgeElement
    'crm-chat-window': CrmChatWindowElement
    'crm-chat-launcher': CrmChatLauncherElement
  }
}
