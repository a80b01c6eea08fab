import { expect, test } from 'vitest'
import * as core from './index.ts'
import * as socketIo from './socketIo.ts'

test('exports exactly this', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ChatError",
      "createChat",
      "createChatLabels",
      "createChatWindow",
      "polling",
      "sse",
      "watchOnline",
    ]
  `)
  expect(Object.keys(socketIo).sort()).toMatchInlineSnapshot(`
    [
      "socketIo",
    ]
  `)
})
