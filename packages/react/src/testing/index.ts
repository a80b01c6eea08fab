export {
  createTestChat,
  type TestAnswer,
  type TestAnswers,
  type TestCall,
  type TestChat,
  type TestChatOptions,
  type TestChatSettings,
  type TestClock,
  type TestError,
  type TestUnanswered,
  type TestWindow,
} from '@crm-chat/core/testing'
export { TestChatProvider, type TestChatProviderProps } from './TestChatProvider.tsx'
