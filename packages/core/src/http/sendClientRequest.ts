import type { ClientContext } from '../clientContext.ts'
import { type JsonRequest, sendRequest } from './sendRequest.ts'
import { toHttp } from './toHttp.ts'

/** A request of the client itself, until the client is closed. */
export interface ClientRequest<Body> extends Omit<JsonRequest<Body>, 'onResponse'> {
  context: ClientContext
}

/** Sends a request, and learns from its response by how much the browser's clock is off. @throws {ChatError} */
export function sendClientRequest<Body>({ context, signal, ...request }: ClientRequest<Body>): Promise<Body> {
  return sendRequest(toHttp(context), {
    ...request,
    signal: signal ? AbortSignal.any([signal, context.signal]) : context.signal,
    onResponse: ({ headers }) => {
      const offsetMs = Date.parse(headers.get('date') ?? '') - context.clock.now() // Another origin does not show the header.
      if (Number.isFinite(offsetMs)) context.serverOffsetMs = offsetMs
    },
  })
}
