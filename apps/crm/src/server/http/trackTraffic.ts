import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { pause, startInterval, startTimer } from '../timers.ts'

/** Requests and connections of a server. */
export interface Traffic {
  /** Stops listening. Connections without a request are closed at once, the others after their response. */
  stopListening: () => void
  /** Resolves when no request is under way, live streams aside, or after this time. */
  finishRequests: (deadlineMs: number) => Promise<void>
  /** Resolves when all connections are closed. Those that are open after this time are cut. */
  close: (graceMs: number) => Promise<void>
}

/** Tracks the requests and connections of a server, so that it can stop without losing a response. */
export function trackTraffic({
  server,
  isLive,
}: {
  server: Server
  /** True for the address of a request that ends only when the client leaves. */
  isLive: (url: string) => boolean
}): Traffic {
  const connections = new Set<Socket>()
  const responses = new Set<ServerResponse>()
  const finished = new AbortController()
  let isStopping = false
  let stopped: Promise<void> | undefined

  function checkFinished(): void {
    if (isStopping && responses.size === 0) finished.abort()
  }

  server.on('connection', (connection: Socket) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  server.prependListener('request', ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    if (isLive(url)) return
    responses.add(response)
    response.once('close', () => {
      responses.delete(response)
      checkFinished()
    })
  })

  function stopListening(): void {
    if (stopped) return
    isStopping = true
    stopped = new Promise((resolve) => {
      const sweep = startInterval(() => server.closeIdleConnections(), 20)
      server.close(() => {
        clearInterval(sweep)
        resolve()
      })
    })
    checkFinished()
  }

  return {
    stopListening,
    finishRequests: (deadlineMs) => pause({ ms: deadlineMs, signal: finished.signal }),
    async close(graceMs) {
      stopListening()
      const cut = startTimer(() => {
        for (const connection of connections) connection.destroy()
      }, graceMs)
      await stopped
      clearTimeout(cut)
    },
  }
}
