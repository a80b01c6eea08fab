import { expect, test } from 'vitest'
import * as elements from './index.ts'

test('exports exactly this, on a server too', () => {
  expect(globalThis.HTMLElement).toBeUndefined()
  expect(Object.keys(elements).sort()).toMatchInlineSnapshot(`
    [
      "CrmChatBadgeElement",
      "CrmChatDialogElement",
      "CrmChatDrawerElement",
      "CrmChatLauncherElement",
      "CrmChatPanelElement",
      "CrmChatPopoverElement",
      "CrmChatTabBadgeElement",
      "CrmChatWindowElement",
      "defineElements",
      "requestNotifications",
    ]
  `)
})

test('defines nothing on a server, and says nothing about it, however often it is asked', () => {
  expect(globalThis.customElements).toBeUndefined()
  expect([elements.defineElements(), elements.defineElements()]).toEqual([undefined, undefined])
})
