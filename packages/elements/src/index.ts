export { requestNotifications } from '@crm-chat/core/look'
export type { ChatElementAttributes } from './attributes.ts'
export { CrmChatBadgeElement } from './badge/CrmChatBadgeElement.ts'
export { CrmChatTabBadgeElement } from './badge/CrmChatTabBadgeElement.ts'
export { defineElements } from './defineElements.ts'
export type { ChatElementEvents, OpenChange } from './events.ts'
export { CrmChatLauncherElement } from './launcher/CrmChatLauncherElement.ts'
export type {
  CrmChat,
  CrmChatError,
  CrmChatEventDetail,
  CrmChatEventName,
  CrmChatOpenParameters,
  CrmChatTarget,
} from './page/crmChat.ts'
export { CrmChatDialogElement } from './panel/CrmChatDialogElement.ts'
export { CrmChatDrawerElement } from './panel/CrmChatDrawerElement.ts'
export { CrmChatPanelElement } from './panel/CrmChatPanelElement.ts'
export { CrmChatPopoverElement } from './panel/CrmChatPopoverElement.ts'
export { CrmChatWindowElement } from './window/CrmChatWindowElement.ts'
