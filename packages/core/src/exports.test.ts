import { expect, test } from 'vitest'
import * as admin from './admin.ts'
import * as client from './client.ts'
import * as conversation from './conversation.ts'
import * as core from './index.ts'
import * as look from './look/index.ts'
import * as socketIo from './socketIo.ts'
import * as testing from './testing/index.ts'

test('exports exactly this', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ChatError",
      "createChat",
      "createChatWindow",
      "polling",
      "prefetchWindow",
      "sse",
      "toReason",
      "toWindowKey",
      "toWords",
      "watchOnline",
    ]
  `)
  expect(Object.keys(client).sort()).toMatchInlineSnapshot(`
    [
      "createChat",
      "createChatWindow",
      "isPending",
      "openAreaWords",
      "prefetchWindow",
      "preloadWindows",
      "startWords",
      "toReason",
      "toWindowKey",
      "toWords",
      "watchOnline",
    ]
  `)
  expect(Object.keys(conversation).sort()).toMatchInlineSnapshot(`
    [
      "conversationArea",
      "conversationWords",
      "createConversation",
      "createProxySource",
      "fillTemplate",
      "findChanges",
      "findChannel",
      "findClosed",
      "findLongestText",
      "isAllowed",
      "listVariables",
      "toNow",
    ]
  `)
  expect(Object.keys(admin).sort()).toMatchInlineSnapshot(`
    [
      "adminArea",
      "adminWords",
      "browserExports",
      "channelTransports",
      "createVendorData",
      "findTransport",
      "keepConnection",
      "readVendorPage",
      "stepLimitsMs",
      "toChannelReason",
      "toConnectStep",
      "toRemedy",
      "toTierLimit",
      "toVendorPath",
    ]
  `)
  expect(Object.keys(look).sort()).toMatchInlineSnapshot(`
    [
      "checkStyles",
      "createOverlay",
      "kitNames",
      "requestNotifications",
      "reserveLauncherSpace",
      "startTabBadge",
      "styles",
      "themes",
      "unknownBadge",
    ]
  `)
  expect(Object.keys(socketIo).sort()).toMatchInlineSnapshot(`
    [
      "socketIo",
    ]
  `)
  expect(Object.keys(testing).sort()).toMatchInlineSnapshot(`
    [
      "createTestChat",
      "isTestError",
      "toChatError",
      "toUnansweredState",
    ]
  `)
})
