import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatProxy } from '../createChatProxy.ts'
import { isBelow } from '../http/isBelow.ts'
import { fromNodeRequest } from '../node/fromNodeRequest.ts'
import { type NodeRequest, targetOf } from '../node/nodeRequest.ts'
import { writeResponse } from '../node/writeResponse.ts'
import { respondTo } from '../respondTo.ts'

/** The part of a Koa context that the middleware uses. */
export interface KoaContext {
  req: IncomingMessage
  res: ServerResponse
  /** The whole path, where a router has shortened it. */
  originalUrl: string
  /** `body` and `rawBody` are set by a body parser that ran before. */
  request: { body?: unknown; rawBody?: unknown }
  status: number
  body: unknown
  set: (headers: Record<string, string>) => void
  respond?: boolean | undefined
}

/** A middleware of Koa. */
export type KoaMiddleware = (context: KoaContext, next: () => Promise<unknown>) => Promise<unknown>

/**
 * Mounts a proxy in Koa, before or after body parsers and compression. Requests outside its base path go to the next
 * middleware. Koa sends the response, with what other middleware adds to it; a live stream is written past Koa, which would
 * hold it until its end.
 * @example
 * app.use(toKoa(chat))
 */
export function toKoa(chat: ChatProxy): KoaMiddleware {
  const { basePath } = chat
  return async (context, next) => {
    const request = toNodeRequest(context)
    if (!isBelow({ target: targetOf(request), basePath })) return next()
    const { res: response } = context
    const chatResponse = await respondTo({ chat, request: fromNodeRequest({ request, response }) })
    if (chatResponse.stream) {
      context.respond = false
      return writeResponse({ chatResponse, response })
    }
    context.status = chatResponse.status
    context.set(chatResponse.headers)
    context.body = chatResponse.body
  }
}

/** Koa keeps beside Node's request what other frameworks keep on it. */
function toNodeRequest({ req, originalUrl, request: { body, rawBody } }: KoaContext): NodeRequest {
  return Object.assign(req, { originalUrl, body: rawBody ?? body })
}
