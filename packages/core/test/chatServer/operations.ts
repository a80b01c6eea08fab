import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Operation, routes, type Session, type WindowLink, windowRequestSchema } from '@crm-chat/protocol'
import type { World } from './world.ts'

/** One request for an operation. */
export interface OperationExchange {
  world: World
  /** Address of this world, without the mount. */
  baseUrl: string
  path: string
  body: string
  request: IncomingMessage
  response: ServerResponse
}

/** Responds as the proxy would, or as the test has set it. */
export function handleOperation(exchange: OperationExchange): void {
  const { world, path, request, response, body } = exchange
  const operation = findOperation({ method: request.method, path })
  world.requests.push({
    operation: operation ?? path,
    method: request.method ?? '',
    headers: request.headers,
    body,
  })
  const own = operation && world.settings.answers[operation]
  if (own?.hangs) return
  if (own) send({ response, ...own })
  else if (operation && handlers[operation]) handlers[operation](exchange)
  else send({ response, status: 404, body: 'Not found' })
}

const handlers: Partial<Record<Operation, (exchange: OperationExchange) => void>> = {
  session: ({ response, world }) => sendJson(response, session(world)),
  unanswered: ({ response, world: { settings } }) =>
    sendJson(response, { ...settings.unanswered, ...userOf(settings) }),
  window: (exchange) => {
    const problem = findProblem(exchange.body)
    if (problem === undefined) sendJson(exchange.response, mint(exchange))
    else send({ response: exchange.response, status: 400, body: problem })
  },
  events: openStream,
}

function findOperation({ method, path }: { method: string | undefined; path: string }): Operation | undefined {
  const names = Object.keys(routes) as Operation[] // Object.keys forgets the key type.
  return names.find((name) => routes[name].path === path && routes[name].method === method)
}

function session({ settings }: World): Session {
  return {
    user: { id: settings.userId ?? '7', name: 'Ann' },
    vendor: 'wazzup-v2',
    chatTypes: ['whatsapp'],
    capabilities: settings.capabilities,
    serverTime: new Date().toISOString(),
  }
}

/** Error body for a request that is invalid. */
function findProblem(body: string): string | undefined {
  const { error } = windowRequestSchema.safeParse(JSON.parse(body))
  const issue = error?.issues[0]
  if (!issue) return undefined
  const message = `In ${issue.path.join('.') || 'scope'}: ${issue.message}.`
  return JSON.stringify({ error: { code: 'invalid_request', message, requestId: 'r1', retryable: false } })
}

function mint({ world, baseUrl }: OperationExchange): WindowLink {
  const { expiresInMs, origin, clockOffsetMs, link, look } = world.settings
  world.minted += 1
  const url = `${link ?? `${baseUrl}/frame`}?token=secret-${world.minted}`
  const now = Date.now() + clockOffsetMs
  const expiresAt = expiresInMs === null ? null : new Date(now + expiresInMs).toISOString()
  return { url, origin: origin ?? new URL(url).origin, expiresAt, ...(look !== null && { look }) }
}

function openStream({ world, request, response }: OperationExchange): void {
  if (world.settings.stream === 'reset') return void request.socket.destroy()
  world.streams.add(response)
  world.mostStreams = Math.max(world.mostStreams, world.streams.size)
  response.on('close', () => world.streams.delete(response))
  if (world.settings.stream === 'silent') return
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  if (world.settings.userId !== null) response.write(toEvent('session', { ...userOf(world.settings), serverTime }))
  response.write(toEvent('unanswered', world.settings.unanswered))
}

const serverTime = '2026-01-02T03:04:05.000Z'

function userOf({ userId }: World['settings']): { userId?: string } {
  return userId === null ? {} : { userId }
}

/** An event as the proxy writes it. */
export function toEvent(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

function sendJson(response: ServerResponse, body: unknown): void {
  send({ response, status: 200, body: JSON.stringify(body), contentType: 'application/json' })
}

function send({
  response,
  status,
  body,
  contentType = 'application/json',
  headers = {},
}: {
  response: ServerResponse
  status: number
  body: string
  contentType?: string
  headers?: Record<string, string>
}): void {
  response.writeHead(status, { 'content-type': contentType, ...headers }).end(body)
}
