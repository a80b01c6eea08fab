import { expect, it } from 'vitest'
import * as hono from './hono/index.ts'
import * as root from './index.ts'
import * as node from './node/index.ts'

it('exports these names', () => {
  expect(Object.keys(root).sort()).toMatchInlineSnapshot(`
    [
      "ChatProxyError",
      "InvalidOptionsError",
      "OperationError",
      "createChatProxy",
      "parsePhone",
      "wazzupV2",
    ]
  `)
  expect(Object.keys(node).sort()).toMatchInlineSnapshot(`
    [
      "attachSocketIo",
      "toNode",
    ]
  `)
  expect(Object.keys(hono).sort()).toMatchInlineSnapshot(`
    [
      "toHono",
    ]
  `)
})
