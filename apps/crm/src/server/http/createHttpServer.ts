import { createServer, type RequestListener, type Server } from 'node:http'

/** Limits on clients that keep the server waiting. */
export interface ServerLimits {
  /** Time in which all headers of a request must arrive, from its first byte or a new connection. @default 10_000 */
  headersMs: number
  /** Time in which a whole request must arrive. @default 30_000 */
  requestMs: number
  /** Time for which a connection stays open without a request. @default 30_000 */
  keepAliveMs: number
  /** Requests that one connection may send. @default 1_000 */
  requestsPerConnection: number
  /** Interval between two checks of these times. @default 1_000 */
  checkMs: number
}

/** The default limits. */
export const defaultServerLimits: ServerLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  keepAliveMs: 30_000,
  requestsPerConnection: 1_000,
  checkMs: 1_000,
}

/** Creates a server that closes connections whose requests do not arrive in time, with status 408. */
export function createHttpServer({
  listener,
  limits,
}: {
  listener: RequestListener
  limits?: Partial<ServerLimits> | undefined
}): Server {
  const { headersMs, requestMs, keepAliveMs, requestsPerConnection, checkMs } = { ...defaultServerLimits, ...limits }
  const times = {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: checkMs, // Node's 30 seconds would let headers take 40.
  }
  const server = createServer({ ...times, requireHostHeader: false }, listener) // Hosts are checked by guardHosts.
  server.maxRequestsPerSocket = requestsPerConnection
  return server
}
