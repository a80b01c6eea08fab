export { createChat } from './createChat.ts'
export { createChatLabels } from './labels/createChatLabels.ts'
export { watchOnline } from './watchOnline.ts'
export { createChatWindow } from './window/createChatWindow.ts'
