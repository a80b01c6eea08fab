import { expect, test } from 'vitest'
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
      "useWords",
    ]
  `)
})
