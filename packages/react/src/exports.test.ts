import { expect, test } from 'vitest'
import * as admin from './admin/index.ts'
import * as conversation from './conversation/index.ts'
import * as react from './index.ts'
import * as query from './query/index.ts'
import * as testing from './testing/index.ts'
import * as playwright from './testing/playwright/index.ts'

test('exports exactly this', () => {
  expect(Object.keys(react).sort()).toMatchInlineSnapshot(`
    [
      "ChatDialog",
      "ChatDrawer",
      "ChatLauncher",
      "ChatPanel",
      "ChatPopover",
      "ChatProvider",
      "ChatWindow",
      "TabBadge",
      "UnansweredBadge",
      "requestNotifications",
      "useChat",
      "useChatWindow",
      "usePrefetchWindow",
      "useUnanswered",
      "useWords",
    ]
  `)
  expect(Object.keys(query).sort()).toMatchInlineSnapshot(`
    [
      "channelQuery",
      "channelsQuery",
      "chatKey",
      "exportQuery",
      "sessionQuery",
      "templatesQuery",
      "useChannel",
      "useChannels",
      "useChatInvalidation",
      "useConnectChannel",
      "useDeleteChannel",
      "useMessageExports",
      "useReinitChannel",
      "useSendMessage",
      "useTemplates",
      "useVendorData",
      "vendorDataQuery",
    ]
  `)
  expect(Object.keys(admin).sort()).toMatchInlineSnapshot(`
    [
      "ChannelConnect",
      "ChannelList",
      "MessageExport",
      "OwnChannelList",
      "VendorData",
      "adminStyles",
      "adminWords",
      "browserExports",
    ]
  `)
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "TestChatProvider",
      "createTestChat",
    ]
  `)
  expect(Object.keys(playwright).sort()).toMatchInlineSnapshot(`
    [
      "countFrameLoads",
      "createCustomer",
      "locateChat",
      "mockProxy",
    ]
  `)
  expect(Object.keys(conversation).sort()).toMatchInlineSnapshot(`
    [
      "Conversation",
      "DeliveryTicks",
      "MarkedText",
      "MessageComposer",
      "MessageContent",
      "ToolButton",
      "composerWords",
      "conversationStyles",
      "conversationWords",
      "createComposer",
      "createConversation",
      "createProxyComposerSource",
      "createProxySource",
      "cutAround",
      "findChannel",
      "toRows",
      "useComposer",
      "useConversation",
    ]
  `)
})
