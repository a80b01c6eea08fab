import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatProxy } from '../createChatProxy.ts'
import { InvalidOptionsError } from '../errors.ts'
import { toNode } from '../node/toNode.ts'

/** The part of a Fastify instance that the plugin uses. */
export interface FastifyScope {
  /** Prefix of all routes of this instance. */
  prefix: string
  removeAllContentTypeParsers: () => void
  addContentTypeParser: (
    contentType: string,
    parser: (request: unknown, payload: unknown, done: (error: Error | null) => void) => void,
  ) => void
  all: (path: string, handler: (request: FastifyExchange, reply: FastifyReply) => void) => unknown
}

/** A request of Fastify, with Node's own. */
interface FastifyExchange {
  raw: IncomingMessage
}

/** A reply of Fastify, with Node's own response. */
interface FastifyReply {
  raw: ServerResponse
  hijack: () => unknown
}

/** A plugin of Fastify 5. */
export type FastifyPlugin = (scope: FastifyScope, options: unknown, done: (error?: Error) => void) => void

/**
 * Makes a Fastify plugin of a proxy. Its routes have a scope of their own, where Fastify reads no body and leaves the response
 * to the proxy. The `prefix` that the plugin is registered with must be the beginning of the proxy's `basePath`.
 * @example
 * await app.register(toFastify(chat))
 */
export function toFastify(chat: ChatProxy): FastifyPlugin {
  const handle = toNode(chat)
  return (scope, _, done) => {
    const path = pathBelow({ prefix: scope.prefix, basePath: chat.basePath })
    if (path === null) {
      const suggestion = `${scope.prefix}${chat.basePath}`
      return done(
        new InvalidOptionsError(
          `The prefix "${scope.prefix}" is not the beginning of the chat proxy's basePath "${chat.basePath}". Give createChatProxy the basePath "${suggestion}", or register the plugin without a prefix.`,
        ),
      )
    }
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null)) // The proxy reads the body.
    scope.all(`${path}/*`, (request, reply) => {
      reply.hijack()
      handle(request.raw, reply.raw)
    })
    done()
  }
}

/** Returns the rest of the base path after the prefix, or null where the prefix is another path. */
function pathBelow({ prefix, basePath }: { prefix: string; basePath: string }): string | null {
  const own = prefix.replace(/\/$/, '')
  return basePath === own || basePath.startsWith(`${own}/`) ? basePath.slice(own.length) : null
}
