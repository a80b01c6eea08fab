export type {
  Composer,
  ComposerContact,
  ComposerItem,
  ComposerLabels,
  ComposerOptions,
  ComposerQuote,
  ComposerRecipient,
  ComposerSource,
  ComposerState,
  ComposerWords,
} from '@crm-chat/core/composer'
export { composerWords, createComposer, createProxyComposerSource } from '@crm-chat/core/composer'
export type {
  Allowed,
  Conversation as ConversationStore,
  ConversationAction,
  ConversationChannel,
  ConversationConnection,
  ConversationEvent,
  ConversationFile,
  ConversationLabels,
  ConversationMessage,
  ConversationOptions,
  ConversationSource,
  ConversationState,
  ConversationTemplate,
  ConversationWords,
  DeliveryStatus,
  FoundMessages,
  MessageButton,
  MessageChange,
  MessagePage,
  NewMessage,
  OutboxItem,
  OutboxPreview,
  Outcome,
  PageRequest,
  ProxySourceOptions,
  SentMessage,
  StatusChange,
  TemplatePlace,
} from '@crm-chat/core/conversation'
export { conversationWords, createConversation, createProxySource, findChannel } from '@crm-chat/core/conversation'
export { MessageComposer, type MessageComposerLabels, type MessageComposerProps } from '../composer/MessageComposer.tsx'
export { type UseComposerOptions, useComposer } from '../composer/useComposer.ts'
export { Conversation, type ConversationProps, type ConversationSlots } from './Conversation.tsx'
export { MarkedText } from './content/MarkedText.tsx'
export { toRows } from './content/MessageButtons.tsx'
export { MessageContent, type MessageContentProps } from './content/MessageContent.tsx'
export { conversationStyles } from './conversationStyles.ts'
export { DeliveryTicks } from './log/DeliveryTicks.tsx'
export { cutAround } from './search/cutAround.ts'
export { ToolButton, type ToolButtonProps } from './ToolButton.tsx'
export { useConversation } from './useConversation.ts'
