import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatProxy } from '../createChatProxy.ts'
import { toNode } from '../node/toNode.ts'

/** A middleware of Express 4 or 5. */
export type ExpressHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Mounts a proxy in Express 4 or 5, before or after body parsers. The proxy compares whole paths, so a path given to
 * `app.use` must be its `basePath` or the beginning of it. Requests elsewhere go on to the next handler.
 * @example
 * app.use(toExpress(chat))
 */
export function toExpress(chat: ChatProxy): ExpressHandler {
  return toNode(chat)
}
