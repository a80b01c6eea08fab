import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'

const tokenSchema = z.object({ token: z.string().min(1) })

/** Answer of `GET /api/auth/ws-token`. */
export const socketTokenAnswerSchema = z.union([
  z.object({ data: tokenSchema }).transform(({ data }) => data.token),
  tokenSchema.transform(({ token }) => token),
])

/**
 * Gets a token for the live socket (`GET /api/auth/ws-token`): the socket takes no API key. It is good for 30 seconds.
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "WebSockets"
 */
export async function fetchSocketToken(client: WhatomateClient, options: CallOptions = {}): Promise<string> {
  const path = '/api/auth/ws-token'
  return sendRequest(client.http, { method: 'GET', path, answer: socketTokenAnswerSchema, ...options })
}
