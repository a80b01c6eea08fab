import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { toHono } from '../../../src/hono/index.ts'
import type { Host } from '../host.ts'

/** Hono on Node. */
export const honoHost: Host = {
  name: 'Hono',
  hasParser: true,
  serve: async ({ chat, parsed, compressed, prefix = '' }) => {
    const app = new Hono()
    if (compressed) app.use(compress({ threshold: 0 }))
    if (parsed)
      app.use(async (context, next) => {
        if (context.req.method === 'POST') await context.req.json().catch(() => context.req.text())
        await next()
      })
    const { basePath } = chat
    app.route(prefix, new Hono().all(`${basePath.slice(prefix.length)}/*`, toHono(chat)))
    app.get('/deals', (context) => context.text('deals'))
    return createAdaptorServer({ fetch: app.fetch }) as Server // HTTP/1, as nothing else is asked for.
  },
}
