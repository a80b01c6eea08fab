import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http'
import type { Server as HttpsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { Server as TlsServer } from 'node:tls'

/** Hands a request that asked for an upgrade back to its server. */
export type RepeatAsRequest = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

/**
 * Creates a function that hands a request back to its server, without its wish for an upgrade: the server reads it once
 * more, with its body, and goes on with the requests that follow on the same connection.
 */
export function createRepeatAsRequest(server: HttpServer | HttpsServer): RepeatAsRequest {
  const connections = new WeakMap<Duplex, Connection>()
  server.on('request', ({ socket }, response) => {
    connections.set(socket, { repeats: connections.get(socket)?.repeats ?? 0, response })
  })
  return function repeat(request, socket, head) {
    const { response, repeats = 0 } = connections.get(socket) ?? {}
    if (response && !response.closed) {
      socket.on('error', ignore)
      response.once('close', () => repeat(request, socket, head))
      return
    }
    if (socket.destroyed) return
    connections.set(socket, { repeats: repeats + 1, response: undefined })
    socket.unshift(Buffer.concat([toHead({ request, isLast: repeats >= maxRepeats }), head]))
    server.emit(server instanceof TlsServer ? 'secureConnection' : 'connection', socket)
  }
}

interface Connection {
  /** Number of requests that were handed back. */
  repeats: number
  /** The response to its latest request. Those of one connection are sent one after another. */
  response: ServerResponse | undefined
}

/** A connection ends after as many, because a server adds listeners to it each time. */
const maxRepeats = 4

/** Headers about the connection itself. */
const connectionHeaders = ['connection', 'upgrade', 'http2-settings']

/** The head of a request as it came, without its wish for an upgrade. */
function toHead({ request, isLast }: { request: IncomingMessage; isLast: boolean }): Buffer {
  const { method, url, httpVersion, rawHeaders, headers } = request
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (const [index, name] of rawHeaders.entries()) {
    if (index % 2 === 1 || connectionHeaders.includes(name.toLowerCase())) continue
    lines.push(`${name}: ${rawHeaders[index + 1]}`)
  }
  if (isLast || /\bclose\b/i.test(headers.connection ?? '')) lines.push('Connection: close')
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1') // As Node reads it.
}

/** A client that hangs up must not end the process. */
function ignore(): void {}
