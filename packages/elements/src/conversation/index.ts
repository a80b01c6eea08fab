export { CrmChatChannelListElement } from './CrmChatChannelListElement.ts'
export { CrmChatConversationElement } from './CrmChatConversationElement.ts'
export type { ConversationElementAttributes } from './conversationAttributes.ts'
export { defineConversationElements } from './defineConversationElements.ts'
