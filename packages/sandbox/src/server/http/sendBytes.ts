import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'

/** Sends a response whose body has been read, without a new stream around it. */
export function sendBytes({
  context,
  response: { status, headers },
  bytes,
}: {
  context: Context<{ Bindings: HttpBindings }>
  response: Response
  bytes: Buffer
}): Response {
  const { outgoing } = context.env
  outgoing.statusCode = status
  outgoing.setHeaders(headers)
  outgoing.end(bytes.toString('latin1'), 'latin1') // As a text it goes out in one piece with the headers.
  return RESPONSE_ALREADY_SENT
}
