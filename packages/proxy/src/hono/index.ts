import type { ChatProxy } from '../createChatProxy.ts'

/**
 * Mounts a proxy in Hono.
 * @example
 * app.all('/chat/*', toHono(chat))
 */
export function toHono(chat: ChatProxy): (context: { req: { raw: Request } }) => Promise<Response> {
  return (context) => chat.fetch(context.req.raw)
}
