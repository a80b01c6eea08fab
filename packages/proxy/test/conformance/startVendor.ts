import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'

/** A vendor that makes links and counts unanswered messages, as API V2 of Wazzup does, and that a test controls. */
export interface ConformanceVendor {
  url: string
  /** Number of links that were requested since the last reset. */
  requested: () => number
  /** Number of requests for a link whose client left before it got one. */
  cancelled: () => number
  /** Leaves all further requests for a link without a response. */
  hold: () => void
  /** Number of open counters of a user. */
  counters: (userId: string) => number
  /** Sends a number to a user's counters. */
  send: (userId: string, count: number) => void
  reset: () => void
  close: () => Promise<void>
}

/** Starts a {@link ConformanceVendor} on a free port. */
export async function startVendor(): Promise<ConformanceVendor> {
  const sockets = new Map<Socket, string>()
  let requested = 0
  let cancelled = 0
  let isHeld = false

  function respond(response: ServerResponse): void {
    requested += 1
    response.on('close', () => {
      if (!response.writableFinished) cancelled += 1
    })
    if (isHeld) return
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ url: 'http://127.0.0.1:9/chat/?token=t' }))
  }
  const server = createServer((request, response) => request.resume().on('end', () => respond(response)))
  new Server(server, { serveClient: false }).on('connection', (socket) => {
    socket.on('apiV2IframeConnecting', ({ userId }: { userId: unknown }) => {
      sockets.set(socket, String(userId))
      socket.emit('apiV2Notify', { counter: 1 })
    })
    socket.on('disconnect', () => sockets.delete(socket))
  })
  const socketsOf = (userId: string): Socket[] =>
    [...sockets].filter(([, user]) => user === userId).map(([socket]) => socket)

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A TCP server's address is no string.
    requested: () => requested,
    cancelled: () => cancelled,
    hold: () => {
      isHeld = true
    },
    counters: (userId) => socketsOf(userId).length,
    send: (userId, count) => {
      for (const socket of socketsOf(userId)) socket.emit('apiV2Notify', { counter: count })
    },
    reset: () => {
      requested = 0
      cancelled = 0
      isHeld = false
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
