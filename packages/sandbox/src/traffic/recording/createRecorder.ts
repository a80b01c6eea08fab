import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { getPort, listen, trackConnections } from '../../server/http/listen.ts'
import { routeUpgrades } from '../../server/http/routeUpgrades.ts'
import { createRedaction } from '../redaction/createRedaction.ts'
import { createFixtureWriter } from './createFixtureWriter.ts'
import { createSessions } from './createSessions.ts'
import type { Fixture, HttpFixture, WebSocketFixture } from './fixture.ts'
import { type ForwardedExchange, forwardRequest } from './forwardRequest.ts'
import { redactBody } from './redactBody.ts'
import { redactHeaders } from './redactHeaders.ts'
import { maxFrameBytes, relaySocket } from './relaySocket.ts'

/** Options of {@link createRecorder}. */
export interface RecorderOptions {
  /** Address of the real service, with its path if it has one. */
  upstream: string
  /** Empty folder for the fixtures. */
  folder: string
  port: number
  host?: string
  /** Files after which traffic passes without being saved. @default 1_000 */
  maxFixtures?: number
  /** Longest body that is saved; longer ones pass and keep their length only. @default 1_048_576 */
  maxBodyBytes?: number
  /** Receives problems, one line each; none contains anything personal. */
  onProblem?: (message: string) => void
}

/** A running recorder. */
export interface Recorder {
  /** Address to use in place of the real service's. */
  url: string
  /** Number of fixtures so far. */
  count: () => number
  /** Ends all connections and writes the last files. */
  close: () => Promise<void>
}

const maxFrames = 2_000

/**
 * Passes requests and sockets on to a real service, and saves them as fixtures without personal data.
 * @throws {InvalidOptionError} for a folder that is not empty
 * @throws {PortTakenError}
 */
export async function createRecorder(options: RecorderOptions): Promise<Recorder> {
  const { folder, port, host = '127.0.0.1', maxFixtures = 1_000, maxBodyBytes = 1_048_576, onProblem } = options
  const upstream = new URL(options.upstream)
  const report = (message: string): void => onProblem?.(message)
  const redaction = createRedaction({ origin: upstream.origin })
  const writer = await createFixtureWriter({
    folder,
    maxFixtures,
    onFull: () => report(`There are ${maxFixtures} fixtures: further traffic passes without being saved.`),
    onError: report,
  })
  const sessions = createSessions({ writer, redaction })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes })
  /** The latest response to each request, so that repetitions are saved once. */
  const saved = new Map<string, string>()

  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing))
  const cutConnections = trackConnections(server)
  routeUpgrades({ server, isSocketPath: () => true, onWebSocket: upgrade })

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const exchange = await forwardRequest({
        incoming,
        outgoing,
        upstream,
        maxBodyBytes,
        ownHost: `${host}:${getPort(server)}`,
      })
      save(exchange)
    } catch (error) {
      const reason = describeFailure(error)
      if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy()
      else respond502(outgoing, reason)
      report(`A ${incoming.method} request was not recorded: ${reason}.`)
    }
  }

  function save(exchange: ForwardedExchange): void {
    const { pathname, searchParams } = new URL(exchange.url, 'http://recorder')
    const protocol = Number(searchParams.get('EIO') ?? 0)
    if (protocol > 0) {
      sessions.addPolling({
        path: pathname,
        protocol,
        sessionId: searchParams.get('sid') ?? undefined,
        requestText: exchange.requestBody.bytes.toString('utf8'),
        responseText: exchange.method === 'GET' ? exchange.responseBody.bytes.toString('utf8') : '',
      })
      return
    }
    const fixture = toHttpFixture(exchange)
    const request = JSON.stringify(fixture.request)
    const response = JSON.stringify(fixture.response)
    if (saved.get(request) === response) return
    if (saved.size < maxFixtures) saved.set(request, response)
    write([fixture.request.method, fixture.request.route, String(fixture.response.status)], fixture)
  }

  function write(parts: string[], fixture: Fixture): void {
    const file = writer.reserve(parts)
    if (file !== undefined) writer.write(file, fixture)
  }

  function toHttpFixture(exchange: ForwardedExchange): HttpFixture {
    const { pathname, searchParams } = new URL(exchange.url, 'http://recorder')
    const path = redaction.path(pathname)
    return {
      kind: 'http',
      request: {
        method: exchange.method,
        route: redaction.route(pathname),
        path,
        query: redaction.fields(searchParams),
        headers: redactHeaders(exchange.requestHeaders, redaction),
        body: redactBody(exchange.requestBody, redaction),
      },
      response: {
        status: exchange.status,
        headers: redactHeaders(exchange.responseHeaders, redaction),
        body: redactBody(exchange.responseBody, redaction),
      },
    }
  }

  function upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://recorder')
    const protocol = Number(searchParams.get('EIO') ?? 0)
    const common = {
      request,
      connection,
      head,
      server: sockets,
      upstream,
      onUnreachable: () => report('A WebSocket was not recorded: the upstream cannot be reached.'),
    }
    if (protocol > 0) {
      const add = sessions.startSocket({ path: pathname, protocol, sessionId: searchParams.get('sid') ?? undefined })
      relaySocket({
        ...common,
        onFrame: (from, data, isBinary) => isBinary || add(from, data.toString('utf8')),
        onRefused: () => undefined,
        onClosed: () => undefined,
      })
    } else relaySocket({ ...common, ...recordSocket(pathname, searchParams) })
  }

  /** Records a WebSocket that is not Socket.IO's. */
  function recordSocket(pathname: string, searchParams: URLSearchParams) {
    const path = redaction.route(pathname)
    const fixture: WebSocketFixture = { kind: 'websocket', path, query: redaction.fields(searchParams), frames: [] }
    const file = writer.reserve(['websocket', path])
    const update = (): void => {
      if (file !== undefined) writer.write(file, fixture)
    }
    return {
      onFrame(from: 'client' | 'server', data: Buffer, isBinary: boolean) {
        if (fixture.frames.length >= maxFrames) return
        const bytes = data.length > maxBodyBytes ? data.subarray(0, 0) : data
        const mediaType = isBinary ? 'application/octet-stream' : 'text/plain'
        fixture.frames.push({ from, body: redactBody({ bytes, length: data.length, mediaType }, redaction) })
        update()
      },
      onRefused(status: number) {
        fixture.refused = status
        update()
      },
      onClosed(code: number) {
        fixture.closed = code
        update()
      },
    }
  }

  await listen(server, { port, host })
  return {
    url: `http://${host}:${getPort(server)}`,
    count: writer.count,
    async close() {
      for (const client of sockets.clients) client.terminate()
      const closed = new Promise((resolve) => server.close(resolve))
      cutConnections()
      await closed
      await writer.close()
    },
  }
}

function respond502(outgoing: ServerResponse, reason: string): void {
  const description = `The upstream service did not respond: ${reason}.`
  outgoing.writeHead(502, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify({ error: { code: 'UPSTREAM_UNREACHABLE', description } }))
}

/** The code of a failure, e.g. ECONNREFUSED: its message may contain an address. */
function describeFailure(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  return error instanceof Error && /^no response within/.test(error.message) ? error.message : 'the connection failed'
}
