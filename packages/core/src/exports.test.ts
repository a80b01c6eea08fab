import { expect, test } from 'vitest'
import * as client from './client.ts'
import * as conversation from './conversation.ts'
import * as core from './index.ts'
import * as look from './look/index.ts'
import * as socketIo from './socketIo.ts'

test('exports exactly this', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ChatError",
      "createChat",
      "createChatLabels",
      "createChatWindow",
      "polling",
      "prefetchWindow",
      "sse",
      "toWindowKey",
      "watchOnline",
    ]
  `)
  expect(Object.keys(client).sort()).toMatchInlineSnapshot(`
    [
      "createChat",
      "createChatLabels",
      "createChatWindow",
      "prefetchWindow",
      "preloadWindows",
      "toWindowKey",
      "watchOnline",
    ]
  `)
  expect(Object.keys(conversation).sort()).toMatchInlineSnapshot(`
    [
      "conversationWords",
      "createConversation",
      "createProxySource",
      "fillTemplate",
      "findChanges",
      "findChannel",
      "findClosed",
      "isAllowed",
      "listVariables",
      "toNow",
    ]
  `)
  expect(Object.keys(look).sort()).toMatchInlineSnapshot(`
    [
      "checkStyles",
      "holdBack",
      "keepFocus",
      "kitNames",
      "requestNotifications",
      "startTabBadge",
      "styles",
      "themes",
      "toLauncherWords",
      "unknownBadge",
    ]
  `)
  expect(Object.keys(socketIo).sort()).toMatchInlineSnapshot(`
    [
      "socketIo",
    ]
  `)
})
