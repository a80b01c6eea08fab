import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { type ChatsLinkParameters, chatsLinkRequestSchema } from './chatsLinkRequest.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedOne } from './envelope.ts'
import { vendorIdSchema } from './ids.ts'

/** Response of {@link createChatsLink} and {@link createChannelsLink}: the live API says `link`, some documents `url`. */
export const linkAnswerSchema = envelopedOne(
  z.union([
    z.object({ link: z.url() }).transform(({ link }) => ({ url: link })),
    z.object({ url: z.url() }).transform(({ url }) => ({ url })),
  ]),
)
/** A link to a window: a credential of whom it was made for, to be treated like one. */
export type IframeLink = z.output<typeof linkAnswerSchema>

/** Endpoint of {@link createChatsLink}. */
export const createChatsLinkEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createChatsLink',
  method: 'POST',
  path: '/v2/iframe-links/chats',
  summary: 'Make a link to the chats window',
  body: chatsLinkRequestSchema,
  response: { description: 'A link for one user.', schema: linkAnswerSchema },
  idempotent: true,
})

/**
 * Makes a link to the chats window (`POST /v2/iframe-links/chats`), for one user and either all chats or a card's.
 * The documents' table has the user as `user:{id}`; the live API refuses that and accepts `user_id`.
 * @throws {InvalidParametersError} before sending: `card` needs chats, `global` must not have any.
 * @see https://wazzup24.com/help/api/iframe-chats/
 */
export async function createChatsLink(
  client: WazzupTechClient,
  parameters: ChatsLinkParameters,
  options: CallOptions = {},
): Promise<IframeLink> {
  return send(client.http, createChatsLinkEndpoint, { body: parameters, ...options })
}

/** Body of `POST /v2/iframe-links/channels`: a transport to begin with, and a channel to connect again. */
export const channelsLinkRequestSchema = z.object({
  options: z.object({
    transport: z.enum(['whatsapp', 'wapi', 'tgapi', 'telegram', 'max', 'maxbot', 'vk', 'cian']).optional(),
    channel_id: vendorIdSchema.optional(),
  }),
})
/** Parameters of {@link createChannelsLink}; without a transport, the customer chooses it in the window. */
export type ChannelsLinkParameters = z.input<typeof channelsLinkRequestSchema>['options']

/** Endpoint of {@link createChannelsLink}. */
export const createChannelsLinkEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createChannelsLink',
  method: 'POST',
  path: '/v2/iframe-links/channels',
  summary: 'Make a link to the window that connects a channel',
  body: channelsLinkRequestSchema,
  response: { description: 'The link.', schema: linkAnswerSchema },
  idempotent: true,
  source: { document: documents.techChannels, section: 'Creating a channel' },
})

/**
 * Makes a link to a window in which the customer connects a channel, or connects it again
 * (`POST /v2/iframe-links/channels`). The only way for VK; Instagram, Viber and Avito do not connect like this.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Creating a channel"
 */
export async function createChannelsLink(
  client: WazzupTechClient,
  parameters: ChannelsLinkParameters = {},
  options: CallOptions = {},
): Promise<IframeLink> {
  return send(client.http, createChannelsLinkEndpoint, { body: { options: parameters }, ...options })
}
