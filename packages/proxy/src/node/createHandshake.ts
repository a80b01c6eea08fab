import type { IncomingMessage } from 'node:http'
import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import { isOwnSocket } from '../http/checkOrigin.ts'
import type { ChatRequest } from '../http/exchange.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { fromNodeRequest } from './fromNodeRequest.ts'

/** The user behind a socket. */
export interface SocketSession {
  user: ChatUser
  /** The handshake, by which the CRM is asked again. */
  request: ChatRequest
}

/** Accepts or refuses sockets, over either transport. */
export interface Handshake {
  allowRequest: (request: IncomingMessage, respond: (reason: string | undefined, allowed: boolean) => void) => void
  sessionOf: (request: IncomingMessage) => SocketSession | undefined
  /** Refuses every further socket. */
  close: () => void
}

/** Makes a {@link Handshake}: it accepts pages of ours, of a user that the CRM knows and who has not too many sockets. */
export function createHandshake(context: ProxyContext): Handshake {
  const sessions = new WeakMap<IncomingMessage, SocketSession>()
  let isClosed = false

  async function accept(message: IncomingMessage): Promise<void> {
    const request = fromNodeRequest({ request: message })
    checkOrigin({ request, context })
    const user = await context.identify(request)
    if (isClosed || context.connections.isFull(user.id)) throw tooMany()
    sessions.set(message, { user, request })
  }

  return {
    allowRequest: (message, respond) => {
      accept(message).then(
        () => respond(undefined, true),
        (error: unknown) => respond(error instanceof OperationError ? error.code : 'invalid_request', false),
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

function tooMany(): OperationError {
  return new OperationError({ code: 'rate_limited', message: 'No more sockets are accepted.' })
}
