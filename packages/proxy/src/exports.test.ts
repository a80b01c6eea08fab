import { expect, it } from 'vitest'
import * as express from './express/index.ts'
import * as fastify from './fastify/index.ts'
import * as hono from './hono/index.ts'
import * as root from './index.ts'
import * as koa from './koa/index.ts'
import * as next from './next/index.ts'
import * as node from './node/index.ts'
import * as redis from './redis/index.ts'

it('exports these names', () => {
  expect(Object.keys(root).sort()).toMatchInlineSnapshot(`
    [
      "ChatProxyError",
      "InvalidOptionsError",
      "OperationError",
      "createChatProxy",
      "findMove",
      "isLoopback",
      "isPrivateHost",
      "memoryConversations",
      "mergeMoved",
      "mergeUpdate",
      "messageIdOf",
      "parseConversationId",
      "parseCursor",
      "parsePhone",
      "toConversationId",
      "toCursor",
      "toMessage",
      "toSearchText",
      "toStoredMessage",
      "wazzupTech",
      "wazzupV2",
      "wazzupV3",
      "whatomate",
      "withId",
    ]
  `)
  expect(Object.keys(node).sort()).toMatchInlineSnapshot(`
    [
      "attachSocketIo",
      "loopbackFiles",
      "toNode",
    ]
  `)
  expect(Object.keys(redis)).toEqual(['redis'])
  const adapters = { express, fastify, hono, koa, next }
  expect(Object.values(adapters).flatMap((entry) => Object.keys(entry))).toEqual([
    'toExpress',
    'toFastify',
    'toHono',
    'toKoa',
    'toNext',
  ])
})
