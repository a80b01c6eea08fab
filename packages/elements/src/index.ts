export { requestNotifications } from '@crm-chat/core/look'
export { CrmChatBadgeElement } from './badge/CrmChatBadgeElement.ts'
export { CrmChatTabBadgeElement } from './badge/CrmChatTabBadgeElement.ts'
export { defineElements } from './defineElements.ts'
export type { ChatElementEvents } from './events.ts'
export { CrmChatLauncherElement } from './launcher/CrmChatLauncherElement.ts'
export type {
  CrmChat,
  CrmChatError,
  CrmChatEventDetail,
  CrmChatEventName,
  CrmChatOpenParameters,
  CrmChatTarget,
} from './page/crmChat.ts'
export { CrmChatWindowElement } from './window/CrmChatWindowElement.ts'
