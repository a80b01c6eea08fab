export { CrmChatBadgeElement } from './badge/CrmChatBadgeElement.ts'
export { defineElements } from './defineElements.ts'
export { CrmChatLauncherElement } from './launcher/CrmChatLauncherElement.ts'
export { CrmChatWindowElement } from './window/CrmChatWindowElement.ts'
