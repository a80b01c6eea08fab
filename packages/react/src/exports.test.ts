import { expect, test } from 'vitest'
import * as conversation from './conversation/index.ts'
import * as react from './index.ts'

test('exports exactly this', () => {
  expect(Object.keys(react).sort()).toMatchInlineSnapshot(`
    [
      "ChatLauncher",
      "ChatProvider",
      "ChatWindow",
      "TabBadge",
      "UnansweredBadge",
      "requestNotifications",
      "useChat",
      "useChatWindow",
      "usePrefetchWindow",
      "useUnanswered",
    ]
  `)
  expect(Object.keys(conversation).sort()).toMatchInlineSnapshot(`
    [
      "Conversation",
      "DeliveryTicks",
      "MarkedText",
      "MessageContent",
      "ToolButton",
      "conversationWords",
      "createConversation",
      "createProxySource",
      "cutAround",
      "findChannel",
      "toRows",
      "useConversation",
    ]
  `)
})
