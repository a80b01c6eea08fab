import type { IncomingHttpHeaders } from 'node:http'
import httpProxy from '@fastify/http-proxy'
import { fastify } from 'fastify'
import { serveParent } from '../process/serveParent.ts'
import { backlog } from './listen.ts'
import { authorization, type UpstreamParameters } from './upstream.ts'

const methods = {
  async start({ vendorUrl }: UpstreamParameters): Promise<string> {
    const app = fastify({ keepAliveTimeout: 120_000 })
    const rewriteRequestHeaders = (_: unknown, headers: IncomingHttpHeaders): IncomingHttpHeaders => ({
      ...headers,
      authorization,
    })
    await app.register(httpProxy, { upstream: vendorUrl, replyOptions: { rewriteRequestHeaders } })
    return app.listen({ host: '127.0.0.1', port: 0, backlog })
  },
}

export type FastifyProxy = typeof methods
serveParent(methods)
