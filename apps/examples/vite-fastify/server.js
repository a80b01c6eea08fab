import { resolve } from 'node:path'
import { toFastify } from '@crm-chat/proxy/fastify'
import files from '@fastify/static'
import fastify from 'fastify'
import { chat } from './chat.js'

const app = fastify({ forceCloseConnections: true })
await app.register(toFastify(chat))
await app.register(files, { root: resolve('dist') })
console.log('The CRM is at', await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' }))

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await chat.drain({ deadlineMs: 1000 })
    await app.close()
    await chat.close()
  })
}
