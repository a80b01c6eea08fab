import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { wazzupV2 } from '../src/backends/wazzup-v2/backend.ts'
import { createChatProxy } from '../src/createChatProxy.ts'
import { attachSocketIo } from '../src/node/attachSocketIo.ts'
import { toNode } from '../src/node/toNode.ts'
import { identifyByCookie } from './identifyByCookie.ts'

/**
 * A CRM's process with a proxy for each address of a vendor, at `/chat0`, `/chat1` and so on. It prints its log, and at
 * `/report` everything that a developer could print. The key is no environment variable: Node prints those.
 */
const [, , apiKey = '', counterUrl = '', ...baseUrls] = process.argv

function show(fields: object, message: string): void {
  process.stdout.write(`${message} ${inspect(fields)}\n`)
}

const mounted = baseUrls.map((baseUrl, index) => {
  const backend = wazzupV2({ apiKey, baseUrl, counterUrl, timeoutMs: 1_000 })
  const chat = createChatProxy({
    basePath: `/chat${index}`,
    backend,
    identify: (request) => {
      if (request.headers.get('cookie') === 'session=broken') throw new Error(`cannot read session with ${apiKey}`)
      return identifyByCookie(request)
    },
    authorizeChats: () => true,
    logger: { info: show, warn: show, error: show },
  })
  return { backend, chat, handle: toNode(chat) }
})

function serve(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/report') return void report().then(() => response.end('printed'))
  const [own] = mounted.filter(({ chat }) => request.url?.startsWith(`${chat.basePath}/`))
  if (own) own.handle(request, response)
  else response.writeHead(404).end()
}

async function report(): Promise<void> {
  const chats = [{ chatType: 'whatsapp', chatId: '79998887766' }] as const
  const contacts = [{ id: 'c1', name: 'Ivan', chats: [...chats] }]
  const errors = await Promise.all(
    mounted.flatMap(({ chat, backend }) =>
      [chat.check(), chat.saveContacts(contacts, { retryForMs: 0 }), backend.check?.()]
        .map(async (call) => call)
        .map(toError),
    ),
  )
  process.stdout.write(inspect({ mounted, errors }, { showHidden: true, depth: null, getters: true }))
}

function toError(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no error',
    (error: unknown) => error,
  )
}

const server = createServer(serve)
const [first] = mounted
if (first) attachSocketIo({ server, chat: first.chat })
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port)) // A TCP server's address.
