import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import {
  type ChannelConnection,
  channelConnectionSchema,
  channelCredentialsSchema,
  transportSchema,
} from './channelCredentials.ts'
import { type Channel, channelAnswerSchema, channelPath } from './channels.ts'
import type { WazzupTechClient } from './client.ts'
import { doneAnswerSchema, envelopedOne } from './envelope.ts'
import { answeredIdSchema, phoneSchema } from './ids.ts'

/** Body of `POST /v2/channels/{channel_id}/auth/2fa`. */
export const twoFactorRequestSchema = z.object({
  two_factor_code: z.string().min(1).max(256),
  transport: transportSchema,
})
/** Parameters of {@link sendTwoFactorCode}. */
export type TwoFactorParameters = { channel_id: string } & z.input<typeof twoFactorRequestSchema>

/**
 * Hands the second factor to the messenger (`POST /v2/channels/{channel_id}/auth/2fa`), after the webhook
 * `channel.status_update` said `wait_for_password`.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Passing messenger 2FA"
 */
export async function sendTwoFactorCode(
  client: WazzupTechClient,
  { channel_id, ...parameters }: TwoFactorParameters,
  options: CallOptions = {},
): Promise<void> {
  const body = parseParameters(twoFactorRequestSchema, parameters)
  const path = `${channelPath(channel_id)}/auth/2fa`
  await sendRequest(client.http, { method: 'POST', path, body, answer: doneAnswerSchema, signal: options.signal })
}

/** Body of `POST /v2/channels/{channel_id}/reinit`. */
export const reinitRequestSchema = z.object({ credentials: channelCredentialsSchema })
/** Parameters of {@link reinitChannel}: the channel's transport, so that its credentials can be checked; it is not sent. */
export type ReinitParameters = { channel_id: string } & ChannelConnection

/**
 * Connects a channel again (`POST /v2/channels/{channel_id}/reinit`), e.g. one that is `unauthorized`. It becomes `active`
 * or `init`; a webhook may carry a QR code.
 * @throws {OutcomeUnknownError} when no answer came: the channel may be connecting.
 * @see https://wazzup24.com/help/api/channels/ "Channel reinitialization"
 */
export async function reinitChannel(
  client: WazzupTechClient,
  { channel_id, ...parameters }: ReinitParameters,
  options: CallOptions = {},
): Promise<Channel> {
  const { credentials } = parseParameters(channelConnectionSchema, parameters)
  const path = `${channelPath(channel_id)}/reinit`
  const { signal } = options
  return sendRequest(client.http, { method: 'POST', path, body: { credentials }, answer: channelAnswerSchema, signal })
}

/** Body of `POST /v2/channels/{channel_id}/pairing-code`. */
export const pairingCodeRequestSchema = z.object({ pairing_phone: phoneSchema, transport: z.literal('whatsapp') })
/** Parameters of {@link createPairingCode}: the channel, and the phone number of its WhatsApp, digits only. */
export interface PairingCodeParameters {
  channel_id: string
  pairing_phone: string
}

/** Answer of `POST /v2/channels/{channel_id}/pairing-code`. */
export const pairingCodeAnswerSchema = envelopedOne(
  z.object({ pairing_code: z.string().min(1), pairing_phone: answeredIdSchema }),
)
/** An 8-character code for the WhatsApp app, and the phone it is for. */
export type PairingCode = z.output<typeof pairingCodeAnswerSchema>

/**
 * Gets a code to connect WhatsApp with in place of a QR code (`POST /v2/channels/{channel_id}/pairing-code`). Call it at
 * once when the webhook with the QR code has come: with an expired one the vendor refuses.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/channels/ "Generate a WhatsApp pairing code"
 */
export async function createPairingCode(
  client: WazzupTechClient,
  { channel_id, pairing_phone }: PairingCodeParameters,
  options: CallOptions = {},
): Promise<PairingCode> {
  return sendRequest(client.http, {
    method: 'POST',
    path: `${channelPath(channel_id)}/pairing-code`,
    body: parseParameters(pairingCodeRequestSchema, { pairing_phone, transport: 'whatsapp' }),
    answer: pairingCodeAnswerSchema,
    signal: options.signal,
  })
}
