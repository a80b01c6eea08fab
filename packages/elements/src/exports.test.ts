import { expect, test } from 'vitest'
import * as elements from './index.ts'

test('exports exactly this, on a server too', () => {
  expect(globalThis.HTMLElement).toBeUndefined()
  expect(Object.keys(elements).sort()).toMatchInlineSnapshot(`
    [
      "CrmChatBadgeElement",
      "CrmChatLauncherElement",
      "CrmChatTabBadgeElement",
      "CrmChatWindowElement",
      "defineElements",
      "requestNotifications",
    ]
  `)
})
