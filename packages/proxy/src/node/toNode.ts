import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatProxy } from '../createChatProxy.ts'
import { isBelow } from '../http/isBelow.ts'
import { respondTo } from '../respondTo.ts'
import { fromNodeRequest } from './fromNodeRequest.ts'
import { targetOf } from './nodeRequest.ts'
import { writeResponse } from './writeResponse.ts'

/** A handler of Node's `http` server, or of Connect. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

/**
 * Mounts a proxy in a Node server. Requests outside its base path go to `next`, where there is one.
 * @example
 * http.createServer(toNode(chat))
 */
export function toNode(chat: ChatProxy): NodeHandler {
  const { basePath } = chat
  return (request, response, next) => {
    if (next && !isBelow({ target: targetOf(request), basePath })) return next()
    respondTo({ chat, request: fromNodeRequest({ request, response }) })
      .then((chatResponse) => writeResponse({ chatResponse, response }))
      .catch(() => response.destroy())
  }
}
