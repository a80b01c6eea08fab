export { conversationArea } from './conversation/conversationArea.ts'
export type {
  ConversationFile,
  ConversationMessage,
  DeliveryStatus,
  MessageButton,
  OutboxPreview,
  Reaction,
} from './conversation/conversationMessage.ts'
export {
  type ClosedWindow,
  findChanges,
  findChannel,
  findClosed,
  findLongestText,
  isAllowed,
  toNow,
} from './conversation/conversationRules.ts'
export type {
  Allowed,
  ConversationAction,
  ConversationChannel,
  ConversationEvent,
  ConversationFailure,
  ConversationSource,
  FoundMessages,
  MessageChange,
  MessageEdit,
  MessagePage,
  NewMessage,
  Outcome,
  PageRequest,
  SentMessage,
  StatusChange,
} from './conversation/conversationSource.ts'
export type {
  ConversationConnection,
  ConversationState,
  FailedThread,
  FailureReason,
  Focus,
  Loading,
  OutboxContent,
  OutboxItem,
  Problem,
  ProblemReason,
  ReadyThread,
  Search,
  Target,
  Thread,
} from './conversation/conversationState.ts'
export {
  type ConversationTemplate,
  fillTemplate,
  listVariables,
  type TemplatePlace,
} from './conversation/conversationTemplate.ts'
export {
  type ConversationLabels,
  type ConversationWords,
  type CountPhrase,
  conversationWords,
} from './conversation/conversationWords.ts'
export { type Conversation, type ConversationOptions, createConversation } from './conversation/createConversation.ts'
export type { DraftStorage } from './conversation/drafts.ts'
export { createProxySource, type ProxySourceOptions } from './conversation/proxy/createProxySource.ts'
export { type TakesCaptionParameters, takesCaption } from './conversation/takesCaption.ts'
