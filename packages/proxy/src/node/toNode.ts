import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatProxy } from '../createChatProxy.ts'
import { toRequest, toUrl } from './toRequest.ts'
import { writeResponse } from './writeResponse.ts'

/** A handler of Node's `http` server, Express or Connect. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void

/**
 * Mounts a proxy in a Node server. Requests outside its base path go to `next`, where there is one.
 * @example
 * app.use(toNode(chat)) // Express, with or without a path
 * http.createServer(toNode(chat))
 */
export function toNode(chat: ChatProxy): NodeHandler {
  return (request, response, next) => {
    const isOurs = `${toUrl(request).pathname}/`.startsWith(`${chat.basePath}/`)
    if (next && !isOurs) return next()
    void respond({ chat, request, response }).catch(() => response.destroy())
  }
}

async function respond({
  chat,
  request,
  response,
}: {
  chat: ChatProxy
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> {
  const closing = new AbortController()
  response.once('close', () => closing.abort())
  const webRequest = parseRequest({ request, signal: closing.signal })
  if (webRequest) await writeResponse({ webResponse: await chat.fetch(webRequest), response })
  else response.writeHead(400).end()
}

/** Returns null for TRACE, CONNECT and the like, which are no web requests. */
function parseRequest(parameters: { request: IncomingMessage; signal: AbortSignal }): Request | null {
  try {
    return toRequest(parameters)
  } catch {
    return null
  }
}
