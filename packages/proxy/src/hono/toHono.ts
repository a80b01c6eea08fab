import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatProxy } from '../createChatProxy.ts'
import { collectBody } from '../http/collectBody.ts'
import type { ChatRequest } from '../http/exchange.ts'
import { fromWebRequest } from '../http/fromWebRequest.ts'
import { toWebResponse } from '../http/toWebResponse.ts'
import { fromNodeRequest } from '../node/fromNodeRequest.ts'
import { writeResponse } from '../node/writeResponse.ts'
import { respondTo } from '../respondTo.ts'

/** The part of a Hono context that the handler uses. */
export interface HonoContext {
  req: {
    raw: Request
    /** The body, kept by Hono where a middleware has read it. */
    arrayBuffer: () => Promise<ArrayBuffer>
  }
  /** On `@hono/node-server`, Node's own request and response. */
  env: unknown
}

/**
 * Mounts a proxy in Hono, on any runtime. On `@hono/node-server`, live streams are written to Node's response: a web stream in
 * between costs more than all the rest.
 * @example
 * app.all('/chat/*', toHono(chat))
 */
export function toHono(chat: ChatProxy): (context: HonoContext) => Promise<Response> {
  return async ({ req, env }) => {
    const node = nodeOf(env)
    const request = node ? fromNodeRequest(node) : fromWebRequest(req.raw)
    const response = await respondTo({
      chat,
      request: { ...request, readBody: (parameters) => readBody({ req, node, request, ...parameters }) },
    })
    if (!node || !response.stream) return toWebResponse({ response, request: req.raw })
    writeResponse({ chatResponse: response, response: node.response })
    return toSign()
  }
}

/** Tells the server that the response is written. It would take its own kind of `Response` for an empty one; a clone is real. */
function toSign(): Response {
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } }).clone()
}

interface NodeExchange {
  request: IncomingMessage
  response: ServerResponse
}

function nodeOf(env: unknown): NodeExchange | null {
  const { incoming, outgoing } = (env ?? {}) as { incoming?: IncomingMessage; outgoing?: ServerResponse } // Checked below.
  const isNode = typeof outgoing?.writeHead === 'function' && Array.isArray(incoming?.rawHeaders)
  return isNode && incoming ? { request: incoming, response: outgoing } : null
}

/** Reads the body, or takes what Hono has kept of one that a middleware has read. */
async function readBody({
  req,
  node,
  request,
  maxBytes,
}: {
  req: HonoContext['req']
  node: NodeExchange | null
  request: ChatRequest
  maxBytes: number
}): Promise<Uint8Array> {
  const isRead = node ? node.request.readableDidRead : req.raw.bodyUsed
  if (!isRead) return request.readBody({ maxBytes })
  const collector = collectBody({ maxBytes })
  collector.add(new Uint8Array(await req.arrayBuffer()))
  return collector.bytes()
}
