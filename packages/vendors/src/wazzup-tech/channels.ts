import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { type ChannelConnection, channelConnectionSchema } from './channelCredentials.ts'
import { channelReasonSchema, channelStatusSchema } from './channelStatus.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedList, envelopedOne } from './envelope.ts'
import { vendorIdSchema } from './ids.ts'

const textOrNone = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text ?? undefined)

/**
 * A channel in a response. The documents' table and its samples name different fields: all are read, and only the id
 * and the transport are always present. `state` is the older word for `status`; `reason` may be the text "null".
 */
export const channelSchema = z.object({
  channel_id: z.string().min(1),
  transport: z.string(),
  state: textOrNone,
  status: channelStatusSchema,
  reason: channelReasonSchema,
  phone: textOrNone,
  username: textOrNone,
  messenger_id: textOrNone,
  name: textOrNone,
  tariff: textOrNone,
  tier: textOrNone,
  url: textOrNone,
})
/** A channel: the company's account in a messenger. For `wapi` its `url` is where the customer goes to connect it. */
export type Channel = z.output<typeof channelSchema>

/** Response of `POST /v2/channels`, `GET /v2/channels/{channel_id}` and `POST …/reinit`. */
export const channelAnswerSchema = envelopedOne(channelSchema)
/** Response of `GET /v2/channels`. */
export const channelsAnswerSchema = envelopedList(channelSchema)

/** Parameters of a channel's path. */
export const channelParamsSchema = z.object({ channel_id: vendorIdSchema })

/** Endpoint of {@link createChannel}. */
export const createChannelEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createChannel',
  method: 'POST',
  path: '/v2/channels',
  summary: 'Create a channel',
  body: channelConnectionSchema,
  response: {
    description: 'The channel; what is left to do depends on the transport.',
    schema: channelAnswerSchema,
  },
  source: { document: documents.techChannels, section: 'Creating a channel' },
})

/**
 * Creates a channel (`POST /v2/channels`). The next step depends on the transport: for `whatsapp`, `tgapi`, `viber`
 * and `max` a QR code comes with the webhook `channel.qr_update`; for `wapi` the response's `url` is for the customer;
 * `telegram` and `maxbot` are ready.
 * @throws {OutcomeUnknownError} without a response: the channel may exist.
 * @see https://wazzup24.com/help/api/channels/ "Creating a channel"
 */
export async function createChannel(
  client: WazzupTechClient,
  parameters: ChannelConnection,
  options: CallOptions = {},
): Promise<Channel> {
  return send(client.http, createChannelEndpoint, { body: parameters, ...options })
}

/** Endpoint of {@link fetchChannels}. */
export const fetchChannelsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchChannels',
  method: 'GET',
  path: '/v2/channels',
  summary: 'List the channels',
  response: { description: 'All channels of the account.', schema: channelsAnswerSchema },
  source: { document: documents.techChannels, section: 'Get a list of all channels' },
})

/**
 * Lists the channels of the account (`GET /v2/channels`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Get a list of all channels"
 */
export async function fetchChannels(client: WazzupTechClient, options: CallOptions = {}): Promise<Channel[]> {
  return send(client.http, fetchChannelsEndpoint, options)
}

/** Endpoint of {@link fetchChannel}. */
export const fetchChannelEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchChannel',
  method: 'GET',
  path: '/v2/channels/:channel_id',
  summary: 'Get a channel',
  params: channelParamsSchema,
  response: { description: 'The channel, in a list of one.', schema: channelAnswerSchema },
  source: { document: documents.techChannels, section: 'Get channel information' },
})

/**
 * Reads one channel, with its status and the reason for it (`GET /v2/channels/{channel_id}`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Get channel information"
 */
export async function fetchChannel(
  client: WazzupTechClient,
  { channel_id }: { channel_id: string },
  options: CallOptions = {},
): Promise<Channel> {
  return send(client.http, fetchChannelEndpoint, { params: { channel_id }, ...options })
}

/** Parameters of {@link deleteChannel}. */
export interface DeleteChannelParameters {
  channel_id: string
  /** True to delete its chats too. This cannot be undone. @default false */
  delete_chats?: boolean
}

/** Endpoint of {@link deleteChannel}. */
export const deleteChannelEndpoint = defineEndpoint({
  operation: 'wazzup-tech.deleteChannel',
  method: 'DELETE',
  path: '/v2/channels/:channel_id',
  summary: 'Delete a channel',
  params: channelParamsSchema,
  query: z.strictObject({ delete_chats: z.enum(['true', 'false']).optional() }),
  response: { description: 'The channel is gone; its chats too, if told so.' },
  idempotent: true,
  source: { document: documents.techChannels, section: 'Delete a channel by its channel_id' },
})

/**
 * Deletes a channel (`DELETE /v2/channels/{channel_id}`), with or without its chats.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Delete a channel by its channel_id"
 */
export async function deleteChannel(
  client: WazzupTechClient,
  { channel_id, delete_chats = false }: DeleteChannelParameters,
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, deleteChannelEndpoint, { params: { channel_id }, query: { delete_chats }, ...options })
}
