import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WazzupV2Client } from './client.ts'

/** A channel. `transport` and `state` (see `channelStates`) are open lists: the live service has more values than the documents. */
export const channelSchema = z.looseObject({
  channelId: z.string().min(1),
  transport: z.string(),
  /** Phone number or Instagram account. */
  plainId: z.string().nullish(),
  state: z.string(),
})
/** A channel. */
export type Channel = z.infer<typeof channelSchema>
/** Response of `GET /v2/channels`. */
export const channelsAnswerSchema = z.array(channelSchema)

/** Endpoint of {@link fetchChannels}. */
export const fetchChannelsEndpoint = defineEndpoint({
  operation: 'wazzup-v2.fetchChannels',
  method: 'GET',
  path: '/v2/channels',
  summary: 'List the channels',
  response: { description: 'All channels of the integration.', schema: channelsAnswerSchema },
  source: { document: documents.crmApiV2, section: 'Obtaining the channel list' },
})

/**
 * Lists the channels that the account's settings give to this integration (`GET /v2/channels`).
 * @throws {VendorError} one of its subclasses.
 * @see CRM API V2, "Obtaining the channel list"
 */
export async function fetchChannels(client: WazzupV2Client, options: CallOptions = {}): Promise<Channel[]> {
  return send(client.http, fetchChannelsEndpoint, options)
}
