import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { handleControl } from './control.ts'
import { serveFrame } from './frame.ts'
import { handleOperation } from './operations.ts'
import { createWorld, type World } from './world.ts'

/** A running server. */
export interface ChatServer {
  url: string
  close: () => Promise<void>
}

/**
 * A server that speaks the protocol, on a free port: each test has a world of its own under `/worlds/<id>`, with a proxy
 * (`/chat`), a vendor (`/frame`) and the test's own wire to it (`/control`).
 */
export async function startChatServer(): Promise<ChatServer> {
  const worlds = new Map<string, World>()
  const server = createServer((request, response) => void handle({ worlds, request, response }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function handle({
  worlds,
  request,
  response,
}: {
  worlds: Map<string, World>
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> {
  const [, id = '', part = '', rest = ''] =
    /^\/worlds\/([^/]+)\/(chat|control|frame)(.*)$/.exec(request.url ?? '') ?? []
  const world = worlds.get(id) ?? createWorld()
  worlds.set(id, world)
  for (const [name, value] of Object.entries(crossOrigin)) response.setHeader(name, value)
  response.setHeader('date', new Date(Date.now() + world.settings.clockOffsetMs).toUTCString())
  if (request.method === 'OPTIONS') return void response.writeHead(204).end()
  const body = await readBody(request)
  const baseUrl = `http://${request.headers.host}/worlds/${id}`
  if (part === 'chat') handleOperation({ world, baseUrl, path: rest, body, request, response })
  else if (part === 'control') handleControl({ world, request, response, body })
  else if (part === 'frame') serveFrame({ world, path: `/frame${rest}`, request, response })
  else response.writeHead(404).end()
}

/** The page under test is on another origin than this server. */
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': 'date, retry-after',
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
