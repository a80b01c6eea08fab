import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChatProxy } from '../src/createChatProxy.ts'
import { toNode } from '../src/node/toNode.ts'
import { createScriptedBackend } from './createScriptedBackend.ts'
import { identifyByCookie } from './identifyByCookie.ts'

/** A CRM's process. It sends its port when it is ready, and plays each number that it is sent as the vendor's. */
const backend = createScriptedBackend()
const chat = createChatProxy({ backend, identify: identifyByCookie })
const server = createServer(toNode(chat))
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port)) // A TCP server's address.
process.on('message', (count) => {
  backend.send('1', Number(count))
  process.send?.(chat.health().streams)
})
