import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A socket as the vendor's server sees it. */
export interface ServerSocket {
  on: (event: string, listener: (data: unknown) => void) => unknown
  emit: (event: string, data: unknown) => unknown
  disconnect: (close?: boolean) => unknown
  /** Its way of transport below Socket.IO. */
  conn: { close: () => void }
}

/** Common interface of all versions of a Socket.IO server. */
export interface SocketServer {
  on: (event: 'connection', listener: (socket: ServerSocket) => void) => unknown
  use: (middleware: (socket: ServerSocket, next: (error?: Error) => void) => void) => unknown
  close: () => unknown
}

/** The versions of the server that a vendor may run. */
export type SocketVersion = '2.5' | '4.1' | '4.8'

/** A real Socket.IO server in the vendor's place. */
export interface RunningSocketServer {
  url: string
  port: number
  /** Sockets whose client has said who it is, in order. */
  sockets: ServerSocket[]
  /** Greetings of clients, in order. */
  greetings: unknown[]
  server: SocketServer
  close: () => Promise<void>
}

/** Parameters of {@link startSocketServer}. */
export interface SocketServerParameters {
  version: SocketVersion
  /** The event with which a client says who it is. */
  greeting: string
  port?: number
  path?: string
  transports?: ('polling' | 'websocket')[]
  onGreeting?: (socket: ServerSocket) => void
}

/** Starts a Socket.IO server for one test, on a free port unless one is given. */
export async function startSocketServer(parameters: SocketServerParameters): Promise<RunningSocketServer> {
  const {
    version,
    greeting,
    port = 0,
    path = '/socket.io',
    transports = ['polling', 'websocket'],
    onGreeting,
  } = parameters
  const http = createServer()
  const server = await attach({ version, http, options: { path, transports } })
  const sockets: ServerSocket[] = []
  const greetings: unknown[] = []
  server.on('connection', (socket) => {
    socket.on(greeting, (data) => {
      sockets.push(socket)
      greetings.push(data)
      onGreeting?.(socket)
    })
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const close = async (): Promise<void> => {
    await server.close()
    http.closeAllConnections()
    http.close()
  }
  onTestFinished(close)
  const { port: given } = http.address() as AddressInfo // A TCP server has a port.
  return { url: `http://127.0.0.1:${given}`, port: given, sockets, greetings, server, close }
}

async function attach({
  version,
  http,
  options,
}: {
  version: SocketVersion
  http: ReturnType<typeof createServer>
  options: object
}): Promise<SocketServer> {
  if (version === '2.5') return (await import('socket.io-2')).listen(http, options)
  if (version === '4.1') return new (await import('socket.io-4.1')).Server(http, options)
  return new (await import('socket.io')).Server(http, options)
}
