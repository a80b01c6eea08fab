import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChatProxy } from '../src/createChatProxy.ts'
import { attachSocketIo } from '../src/node/attachSocketIo.ts'
import { createScriptedBackend } from './createScriptedBackend.ts'

/** A CRM's process with sockets. It sends its port when it is ready, and its memory when it is asked for it. */
const chat = createChatProxy({ backend: createScriptedBackend(), identify: () => ({ id: '1', name: 'Ann Lee' }) })
const server = createServer((_, response) => response.end())
attachSocketIo({ server, chat })
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port)) // A TCP server's address.
process.on('message', () => {
  globalThis.gc?.()
  process.send?.(process.memoryUsage().rss)
})
