import type { ChatProxy } from '../createChatProxy.ts'

/** A method that a route of Next's may export. PUT is none of ours, and gets a 405 from Next. */
type NextMethod = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS'

/** Route handlers of Next's app router, by method. */
export type NextRouteHandlers = Record<NextMethod, (request: Request) => Promise<Response>>

/**
 * Makes route handlers for Next's app router, also with `trailingSlash`.
 * @example
 * // app/chat/[...path]/route.ts
 * export const { GET, HEAD, POST, PATCH, DELETE, OPTIONS } = toNext(chat)
 */
export function toNext(chat: ChatProxy): NextRouteHandlers {
  const handle = (request: Request): Promise<Response> => chat.fetch(request)
  return { GET: handle, HEAD: handle, POST: handle, PATCH: handle, DELETE: handle, OPTIONS: handle }
}
