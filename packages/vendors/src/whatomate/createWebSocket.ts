/** The part of a WebSocket that the live socket uses. */
export interface WebSocketLike {
  send: (text: string) => void
  close: (code?: number) => void
  addEventListener: {
    (type: 'open' | 'error', listener: () => void): void
    (type: 'message', listener: (event: { data: unknown }) => void): void
    (type: 'close', listener: (event: { code: number }) => void): void
  }
}

/** Opens a WebSocket. */
export type CreateWebSocket = (parameters: { url: string }) => WebSocketLike | Promise<WebSocketLike>

/** A frame this long is no event. */
const maxPayload = 1024 * 1024

/**
 * Opens a WebSocket with what the runtime has, or with `ws`: on a Node without one, and to name an origin, which only a
 * server-side client may.
 */
export async function createWebSocket({
  url,
  origin,
}: {
  url: string
  origin?: string | undefined
}): Promise<WebSocketLike> {
  if (origin === undefined && 'WebSocket' in globalThis) return new globalThis.WebSocket(url)
  const { WebSocket } = await import('ws')
  return new WebSocket(url, { maxPayload, handshakeTimeout: 10_000, ...(origin !== undefined && { origin }) })
}
