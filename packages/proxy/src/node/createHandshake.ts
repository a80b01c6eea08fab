import type { IncomingMessage } from 'node:http'
import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import { isOwnSocket } from '../http/checkOrigin.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import { toRequest } from './toRequest.ts'

/** Who stands behind a socket. */
export interface Visitor {
  user: ChatUser
  /** The handshake, to ask the CRM about again. */
  request: Request
}

/** Lets sockets in, over either transport. */
export interface Handshake {
  allowRequest: (request: IncomingMessage, answer: (reason: string | undefined, allowed: boolean) => void) => void
  visitorOf: (request: IncomingMessage) => Visitor | undefined
  /** Lets nobody in any more. */
  close: () => void
}

/** Makes a {@link Handshake}: a page of ours, of a user that the CRM knows, who has not too many sockets open. */
export function createHandshake(context: ProxyContext): Handshake {
  const visitors = new WeakMap<IncomingMessage, Visitor>()
  let isClosed = false

  async function admit(message: IncomingMessage): Promise<void> {
    const request = toRequest({ request: message })
    checkOrigin({ request, context })
    const user = await context.identify(request)
    if (isClosed || context.connections.isFull(user.id)) throw tooMany()
    visitors.set(message, { user, request })
  }

  return {
    allowRequest: (message, answer) => {
      admit(message).then(
        () => answer(undefined, true),
        (error: unknown) => answer(error instanceof OperationError ? error.code : 'invalid_request', false),
      )
    },
    visitorOf: (message) => visitors.get(message),
    close: () => {
      isClosed = true
    },
  }
}

function checkOrigin({ request, context }: { request: Request; context: ProxyContext }): void {
  const { method, headers, url } = request
  const { allowedOrigins } = context
  if (isOwnSocket({ method, headers, urlHost: new URL(url).host, allowedOrigins })) return
  throw new OperationError({ code: 'foreign_origin', message: 'The socket comes from a page of another origin.' })
}

function tooMany(): OperationError {
  return new OperationError({ code: 'rate_limited', message: 'No more sockets are taken.' })
}
