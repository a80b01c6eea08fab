/** Timeouts and limits of the proxy. A time may be of any length: `Infinity` never ends. */
export interface ProxyLimits {
  /** Timeout of `identify` and `authorizeChats`. @default 2_000 */
  hookTimeoutMs: number
  /** Interval between two checks that the user of a live stream is still logged in. @default 60_000 */
  sessionCheckMs: number
  /** Time for which a user's counter stays open after the last stream, so that it outlives a change of pages. @default 20_000 */
  lingerMs: number
  /** Time for which `GET /unanswered` waits for a first value. @default 3_000 */
  firstValueTimeoutMs: number
  /** Live streams and sockets of one user. @default 20 */
  connectionsPerUser: number
  /** Links to chat windows that one user may have made in a minute: each is a credential. @default 60 */
  windowsPerMinute: number
  /** Messages that one user may send, edit or delete in a minute. @default 60 */
  messagesPerMinute: number
  /** Files that one user may upload in a minute. @default 30 */
  filesPerMinute: number
  /** Files of all users on their way to the CRM: each takes up to 16 MB of memory. @default 8 */
  uploads: number
  /** Requests of one user for one operation at a time. @default 10 */
  requestsPerUser: number
  /** Requests of all users at a time; more are refused with `busy`, before `identify`. @default 1_000 */
  requests: number
  /** Webhooks of the vendor that are handled at a time; it sends those again that are refused. @default 100 */
  webhooks: number
  /** Tenants whose limits and connections are kept, beyond those with live connections. @default 1_000 */
  tenants: number
  /** Live streams and sockets that are accepted in a second; more are refused with `busy`, before `identify`. @default 200 */
  streamsPerSecond: number
  /** Largest body, in bytes. @default 65_536 */
  bodyBytes: number
}

/** The default limits. */
export const defaultLimits: ProxyLimits = {
  hookTimeoutMs: 2_000,
  sessionCheckMs: 60_000,
  lingerMs: 20_000,
  firstValueTimeoutMs: 3_000,
  connectionsPerUser: 20,
  windowsPerMinute: 60,
  messagesPerMinute: 60,
  filesPerMinute: 30,
  uploads: 8,
  requestsPerUser: 10,
  requests: 1_000,
  webhooks: 100,
  tenants: 1_000,
  streamsPerSecond: 200,
  bodyBytes: 65_536,
}
