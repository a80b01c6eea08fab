import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'

const tokenSchema = z.object({ token: z.string().min(1) })

/** Response of `GET /api/auth/ws-token`. */
export const socketTokenAnswerSchema = z.union([
  z.object({ data: tokenSchema }).transform(({ data }) => data.token),
  tokenSchema.transform(({ token }) => token),
])

/** Endpoint of {@link fetchSocketToken}. */
export const fetchSocketTokenEndpoint = defineEndpoint({
  operation: 'whatomate.fetchSocketToken',
  method: 'GET',
  path: '/api/auth/ws-token',
  summary: 'Get a token for the live socket',
  response: { description: 'A token, good for 30 seconds.', schema: socketTokenAnswerSchema },
})

/**
 * Gets a token for the live socket (`GET /api/auth/ws-token`): the socket accepts no API key. It is valid for 30 seconds.
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "WebSockets"
 */
export async function fetchSocketToken(client: WhatomateClient, options: CallOptions = {}): Promise<string> {
  return send(client.http, fetchSocketTokenEndpoint, options)
}
