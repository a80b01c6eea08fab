import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { send } from '../http/send.ts'
import {
  type ChannelConnection,
  channelConnectionSchema,
  channelCredentialsSchema,
  transportSchema,
} from './channelCredentials.ts'
import { type Channel, channelAnswerSchema, channelParamsSchema } from './channels.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedOne } from './envelope.ts'
import { answeredIdSchema, phoneSchema } from './ids.ts'

/** Body of `POST /v2/channels/{channel_id}/auth/2fa`. */
export const twoFactorRequestSchema = z.object({
  two_factor_code: z.string().min(1).max(256),
  transport: transportSchema,
})
/** Parameters of {@link sendTwoFactorCode}. */
export type TwoFactorParameters = { channel_id: string } & z.input<typeof twoFactorRequestSchema>

/** Endpoint of {@link sendTwoFactorCode}. */
export const sendTwoFactorCodeEndpoint = defineEndpoint({
  operation: 'wazzup-tech.sendTwoFactorCode',
  method: 'POST',
  path: '/v2/channels/:channel_id/auth/2fa',
  summary: 'Hand over the second factor',
  params: channelParamsSchema,
  body: twoFactorRequestSchema,
  response: { description: 'The messenger took it; the channel becomes active.' },
  source: { document: documents.techChannels, section: 'Passing messenger 2FA' },
})

/**
 * Sends the second factor to the messenger (`POST /v2/channels/{channel_id}/auth/2fa`), after the webhook
 * `channel.status_update` has reported `wait_for_password`.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Passing messenger 2FA"
 */
export async function sendTwoFactorCode(
  client: WazzupTechClient,
  { channel_id, ...parameters }: TwoFactorParameters,
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, sendTwoFactorCodeEndpoint, { params: { channel_id }, body: parameters, ...options })
}

/** Body of `POST /v2/channels/{channel_id}/reinit`. */
export const reinitRequestSchema = z.object({ credentials: channelCredentialsSchema })
/** Parameters of {@link reinitChannel}: the channel's transport, so that its credentials can be checked; it is not sent. */
export type ReinitParameters = { channel_id: string } & ChannelConnection

/** Endpoint of {@link reinitChannel}. */
export const reinitChannelEndpoint = defineEndpoint({
  operation: 'wazzup-tech.reinitChannel',
  method: 'POST',
  path: '/v2/channels/:channel_id/reinit',
  summary: 'Connect a channel again',
  params: channelParamsSchema,
  body: reinitRequestSchema,
  response: { description: 'The channel, active or starting up.', schema: channelAnswerSchema },
  source: { document: documents.techChannels, section: 'Channel reinitialization' },
})

/**
 * Connects a channel again (`POST /v2/channels/{channel_id}/reinit`), e.g. one that is `unauthorized`. It becomes `active`
 * or `init`; a webhook may carry a QR code.
 * @throws {OutcomeUnknownError} without a response: the channel may be connecting.
 * @see https://wazzup24.com/help/api/channels/ "Channel reinitialization"
 */
export async function reinitChannel(
  client: WazzupTechClient,
  { channel_id, ...parameters }: ReinitParameters,
  options: CallOptions = {},
): Promise<Channel> {
  const { credentials } = parseParameters(channelConnectionSchema, parameters)
  return send(client.http, reinitChannelEndpoint, { params: { channel_id }, body: { credentials }, ...options })
}

/** Body of `POST /v2/channels/{channel_id}/pairing-code`. */
export const pairingCodeRequestSchema = z.object({ pairing_phone: phoneSchema, transport: z.literal('whatsapp') })
/** Parameters of {@link createPairingCode}: the channel, and the phone number of its WhatsApp, digits only. */
export interface PairingCodeParameters {
  channel_id: string
  pairing_phone: string
}

/** Response of `POST /v2/channels/{channel_id}/pairing-code`. */
export const pairingCodeAnswerSchema = envelopedOne(
  z.object({ pairing_code: z.string().min(1), pairing_phone: answeredIdSchema }),
)
/** An 8-character code for the WhatsApp app, and the phone it is for. */
export type PairingCode = z.output<typeof pairingCodeAnswerSchema>

/** Endpoint of {@link createPairingCode}. */
export const createPairingCodeEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createPairingCode',
  method: 'POST',
  path: '/v2/channels/:channel_id/pairing-code',
  summary: 'Get a code to enter in WhatsApp instead of scanning',
  params: channelParamsSchema,
  body: pairingCodeRequestSchema,
  response: { description: 'The code, good as long as the QR code.', schema: pairingCodeAnswerSchema },
  source: { document: documents.techChannels, section: 'Generate a WhatsApp pairing code' },
})

/**
 * Gets a code to connect WhatsApp with in place of a QR code (`POST /v2/channels/{channel_id}/pairing-code`). Call it
 * right after the webhook with the QR code: the vendor refuses after the code has expired.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Generate a WhatsApp pairing code"
 */
export async function createPairingCode(
  client: WazzupTechClient,
  { channel_id, pairing_phone }: PairingCodeParameters,
  options: CallOptions = {},
): Promise<PairingCode> {
  return send(client.http, createPairingCodeEndpoint, {
    params: { channel_id },
    body: { pairing_phone, transport: 'whatsapp' },
    ...options,
  })
}
