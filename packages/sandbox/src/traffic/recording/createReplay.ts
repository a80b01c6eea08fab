import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getPort, listen, trackConnections } from '../../server/http/listen.ts'
import { routeUpgrades } from '../../server/http/routeUpgrades.ts'
import { createRedaction } from '../redaction/createRedaction.ts'
import { fillIn } from './fillIn.ts'
import type { FixtureBody, HttpFixture } from './fixture.ts'
import { createMatcher, type ReplayedRequest } from './matchRequest.ts'
import { type NamedFixture, readFixtures } from './readFixtures.ts'
import { redactBody } from './redactBody.ts'
import { replaySocketIo } from './replaySocketIo.ts'
import { replayWebSockets } from './replayWebSockets.ts'

/** Options of {@link createReplay}. */
export interface ReplayOptions {
  /** Folder that a recorder has filled. */
  folder: string
  port: number
  host?: string
}

/** A running replay. */
export interface Replay {
  url: string
  close: () => Promise<void>
}

const maxBodyBytes = 16 * 1024 * 1024

/**
 * Serves recorded traffic. A request gets the response that was recorded for its method, route and shape of body; any
 * other gets 501 with the nearest fixture.
 * @throws {InvalidOptionError} for a folder without fixtures, or a file that is none
 * @throws {PortTakenError}
 */
export async function createReplay({ folder, port, host = '127.0.0.1' }: ReplayOptions): Promise<Replay> {
  const fixtures = await readFixtures(folder)
  const ofKind = <Kind extends NamedFixture['kind']>(kind: Kind): NamedFixture<Kind>[] =>
    fixtures.filter((fixture): fixture is NamedFixture<Kind> => fixture.kind === kind)
  const matcher = createMatcher(ofKind('http'))
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing))
  const cutConnections = trackConnections(server)
  const origin = (): string => `http://${host}:${getPort(server)}`
  const socketIo = replaySocketIo({ server, fixtures: ofKind('socket.io'), origin })
  const webSocket = replayWebSockets({ fixtures: ofKind('websocket'), origin })
  routeUpgrades({
    server,
    isSocketPath: () => true,
    onWebSocket(...upgrade) {
      const { pathname } = new URL(upgrade[0].url ?? '/', 'http://replay')
      return socketIo.isOwnPath(pathname) ? socketIo.upgrade(...upgrade) : webSocket(...upgrade)
    },
  })

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const bytes = await readBytes(incoming)
    if (!bytes)
      return respondError(outgoing, { status: 413, code: 'TOO_LARGE', description: 'The body is longer than 16 MB.' })
    const request = toRequest(incoming, bytes)
    const fixture = matcher.find(request)
    if (fixture) return sendResponse(outgoing, { response: fixture.response, origin: origin() })
    const description = 'No fixture has this method, path and shape of body.'
    return respondError(outgoing, {
      status: 501,
      code: 'NO_FIXTURE',
      description,
      nearest: matcher.findNearest(request),
    })
  }

  await listen(server, { port, host })
  return {
    url: origin(),
    async close() {
      await socketIo.close()
      const closed = new Promise((resolve) => server.close(resolve))
      cutConnections()
      await closed
    },
  }
}

async function readBytes(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    length += chunk.length
    if (length > maxBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Describes a request as a recording would, so that its names compare. */
function toRequest({ method = 'GET', url = '/', headers }: IncomingMessage, bytes: Buffer): ReplayedRequest {
  const { pathname, searchParams } = new URL(url, 'http://replay')
  const redaction = createRedaction()
  const mediaType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return {
    method,
    route: redaction.route(pathname),
    path: pathname,
    query: Object.keys(redaction.fields(searchParams)),
    body: redactBody({ bytes, length: bytes.length, mediaType }, redaction),
  }
}

function sendResponse(
  outgoing: ServerResponse,
  { response, origin }: { response: HttpFixture['response']; origin: string },
): void {
  const { status, headers, body } = response
  outgoing.writeHead(status, fillIn(headers, origin))
  outgoing.end(toBytes(body, origin))
}

/** The content of a recorded body: of a file, as many zeros. */
function toBytes(body: FixtureBody, origin: string): string | Buffer {
  if (body.kind === 'none') return ''
  if (body.kind === 'bytes') return Buffer.alloc(Math.min(body.length, maxBodyBytes))
  if (body.kind === 'json') return JSON.stringify(fillIn(body.value, origin))
  return body.kind === 'text' ? fillIn(body.text, origin) : new URLSearchParams(listFields(body.fields)).toString()
}

function listFields(fields: Record<string, string[]>): [string, string][] {
  return Object.entries(fields).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]))
}

function respondError(
  outgoing: ServerResponse,
  { status, ...error }: { status: number; code: string; description: string; nearest?: unknown },
): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  outgoing.end(JSON.stringify({ error }))
}
