import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import { isOwnSocket } from '../http/checkOrigin.ts'
import type { ChatRequest } from '../http/exchange.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { fromNodeRequest } from './fromNodeRequest.ts'
import { refuseHandshake } from './refuseHandshake.ts'

/** The user behind a socket. */
export interface SocketSession {
  user: ChatUser
  /** The handshake, by which the CRM is asked again. */
  request: ChatRequest
}

/** A handshake, with the response that Engine.IO keeps on it unless it asks for a WebSocket. */
export type HandshakeMessage = IncomingMessage & { res?: ServerResponse }

/** Accepts or refuses sockets, over either transport. */
export interface Handshake {
  /** Calls back for those that are accepted; the others have got a response. */
  allowRequest: (message: HandshakeMessage, respond: (error: undefined, isAllowed: true) => void) => void
  sessionOf: (request: IncomingMessage) => SocketSession | undefined
  /** Refuses every further socket. */
  close: () => void
}

/** Makes a {@link Handshake}: it accepts pages of ours, of a user that the CRM knows. */
export function createHandshake(context: ProxyContext): Handshake {
  const sessions = new WeakMap<IncomingMessage, SocketSession>()
  let isClosed = false

  async function accept(message: IncomingMessage): Promise<void> {
    if (isClosed) throw new OperationError({ code: 'busy', message: 'No more sockets are accepted.' })
    context.hub.checkOpen()
    const request = fromNodeRequest({ request: message })
    checkOrigin({ request, context })
    context.admission.enterStream()
    const leave = context.admission.enter()
    try {
      sessions.set(message, { user: await context.identify(request), request })
    } finally {
      leave()
    }
  }

  return {
    allowRequest: (message, respond) => {
      accept(message).then(
        () => {
          if (!message.socket.destroyed) respond(undefined, true)
        },
        (error: unknown) => refuseHandshake({ message, error }),
      )
    },
    sessionOf: (message) => sessions.get(message),
    close: () => {
      isClosed = true
    },
  }
}

function checkOrigin({ request, context }: { request: ChatRequest; context: ProxyContext }): void {
  if (isOwnSocket({ request, allowedOrigins: context.allowedOrigins })) return
  throw new OperationError({ code: 'foreign_origin', message: 'The socket comes from a page of another origin.' })
}
