import compress from '@fastify/compress'
import fastify from 'fastify'
import { toFastify } from '../../../src/fastify/index.ts'
import type { Host } from '../host.ts'

/** Fastify 5, which reads bodies by itself. */
export const fastifyHost: Host = {
  name: 'Fastify 5',
  hasParser: true,
  serve: async ({ chat, parsed, compressed, prefix }) => {
    const app = fastify()
    if (compressed) await app.register(compress, { threshold: 0 })
    if (parsed) app.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, body: string) => body)
    await app.register(toFastify(chat), prefix === undefined ? {} : { prefix })
    app.get('/deals', async () => 'deals')
    await app.ready()
    return app.server
  },
}
