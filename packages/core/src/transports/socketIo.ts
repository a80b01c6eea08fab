import type { Unanswered } from '@crm-chat/protocol'
import { isNatural } from '@crm-chat/protocol/wire/isNatural'
import type { Socket } from 'socket.io-client'
import { ChatError } from '../ChatError.ts'
import type { ChatHttp } from '../http/chatHttp.ts'
import type { Transport, TransportParameters } from './transport.ts'

/** Options of {@link socketIo}. */
export interface SocketIoOptions {
  /** Path of the proxy's sockets at the CRM's server. @default '/socket.io' */
  path?: string
}

/** Live values over Socket.IO, with the events of the vendor's own counter recipe. The client library loads on first use. */
export function socketIo(options: SocketIoOptions = {}): Transport {
  return {
    run: async (parameters) => {
      const socket = await connectSocket({ ...options, ...parameters })
      try {
        await untilOver({ ...parameters, socket })
      } finally {
        socket.disconnect()
      }
    },
  }
}

async function connectSocket({ http, path = '/socket.io' }: SocketIoOptions & { http: ChatHttp }): Promise<Socket> {
  const { io } = await import('socket.io-client')
  const url = new URL(http.endpoint, globalThis.location?.href)
  return io(url.origin, {
    path,
    forceNew: true,
    reconnection: false, // The store reconnects, whatever the transport.
    autoConnect: false,
    withCredentials: http.credentials === 'include',
  })
}

function untilOver({ http, socket, onValue, signal }: TransportParameters & { socket: Socket }): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
    socket.on('connect', () => socket.emit('apiV2IframeConnecting', {}))
    socket.on('apiV2Notify', (data: unknown) => {
      const count = parseNotify(data)
      if (count !== undefined) onValue(toUnanswered({ count, now: http.clock.now() }))
    })
    socket.on('connect_error', (error) => reject(toChatError(error)))
    socket.on('disconnect', (reason) => reject(networkError(`The live socket closed: ${reason}.`)))
    socket.connect()
  })
}

/** Reads the vendor's notification; undefined for one without a number of messages. */
export function parseNotify(data: unknown): number | undefined {
  const { counter } = Object(data)
  return isNatural(counter) ? counter : undefined
}

/** The vendor's event carries only a number, without an order. A count above 0 counts as the user's own. */
function toUnanswered({ count, now }: { count: number; now: number }): Unanswered {
  const tone = count > 0 ? 'red' : null
  return { status: 'live', count, tone, epoch: 0, seq: 0, at: new Date(now).toISOString() }
}

/** Engine.IO puts the HTTP status of a refused handshake into the error's description. */
function toChatError(error: Error): ChatError {
  const status = 'description' in error ? error.description : undefined
  if (status !== 401 && status !== 403) return networkError('The live socket could not be opened.', error)
  const code = status === 401 ? 'unauthenticated' : 'forbidden'
  return new ChatError({ code, message: `The live socket was refused with ${status}.`, retryable: false, cause: error })
}

function networkError(message: string, cause?: unknown): ChatError {
  return new ChatError({ code: 'network', message, retryable: true, cause })
}
