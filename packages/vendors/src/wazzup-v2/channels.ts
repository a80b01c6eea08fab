import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WazzupV2Client } from './client.ts'

/** A channel. `transport` and `state` (see `channelStates`) stay open: the live service knows more than the documents. */
export const channelSchema = z.looseObject({
  channelId: z.string().min(1),
  transport: z.string(),
  /** Phone number or Instagram account. */
  plainId: z.string().nullish(),
  state: z.string(),
})
/** A channel. */
export type Channel = z.infer<typeof channelSchema>
/** Answer of `GET /v2/channels`. */
export const channelsAnswerSchema = z.array(channelSchema)

/**
 * Lists the channels that the account's settings give to this integration (`GET /v2/channels`).
 * @throws {VendorError} one of its subclasses.
 * @see CRM API V2, "Obtaining the channel list"
 */
export async function fetchChannels(client: WazzupV2Client, options: CallOptions = {}): Promise<Channel[]> {
  return sendRequest(client.http, { method: 'GET', path: '/v2/channels', answer: channelsAnswerSchema, ...options })
}
