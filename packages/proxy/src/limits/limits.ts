/** Times and numbers of the proxy. */
export interface ProxyLimits {
  /** How long `identify` and `authorizeChats` may take. @default 2_000 */
  hookTimeoutMs: number
  /** How often the CRM is asked whether the user of a live stream is still logged in. @default 60_000 */
  sessionCheckMs: number
  /** How long a user's counter stays open after the last stream: it spans the change from page to page. @default 20_000 */
  lingerMs: number
  /** How long `GET /unanswered` waits for a first value. @default 3_000 */
  firstValueTimeoutMs: number
  /** Live streams and sockets of one user. @default 20 */
  connectionsPerUser: number
  /** Links to chat windows that one user may have made in a minute: each is a credential. @default 60 */
  windowsPerMinute: number
  /** Largest body. @default 65_536 */
  bodyBytes: number
}

/** The limits where nothing else is said. */
export const defaultLimits: ProxyLimits = {
  hookTimeoutMs: 2_000,
  sessionCheckMs: 60_000,
  lingerMs: 20_000,
  firstValueTimeoutMs: 3_000,
  connectionsPerUser: 20,
  windowsPerMinute: 60,
  bodyBytes: 65_536,
}
