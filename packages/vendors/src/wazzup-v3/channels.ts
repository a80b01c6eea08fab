import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { ChatType } from './chats.ts'
import type { WazzupV3Client } from './client.ts'

/** A channel. `transport` and `state` are open lists: the vendor adds to both. */
export const channelSchema = z.looseObject({
  channelId: z.string().min(1),
  transport: z.string(),
  /** Phone number or account name. */
  plainId: z.string().nullish(),
  state: z.string(),
  name: z.string().nullish(),
})
/** A channel. */
export type Channel = z.infer<typeof channelSchema>
/** Response of `GET /v3/channels`. */
export const channelsAnswerSchema = z.array(channelSchema)

/** The messenger whose chats a channel's transport carries. */
export const chatTypesByTransport = {
  whatsapp: 'whatsapp',
  /** WABA. */
  wapi: 'whatsapp',
  instagram: 'instagram',
  /** Telegram bot. */
  telegram: 'telegram',
  /** Personal Telegram account. */
  tgapi: 'telegram',
  viber: 'viber',
  vk: 'vk',
  avito: 'avito',
  max: 'max',
  maxbot: 'max',
} as const satisfies Record<string, ChatType>
/** Connection of a channel to its messenger. */
export type Transport = keyof typeof chatTypesByTransport

/** States of a channel, in the spelling of {@link toChannelState}. */
export const channelStates = {
  /** Working. */
  active: 'active',
  /** Still starting. */
  init: 'init',
  /** Switched off. */
  disabled: 'disabled',
  /** The phone cannot be reached. */
  phoneunavailable: 'phoneunavailable',
  /** A QR code is to be scanned. */
  qr: 'qr',
  /** A QR code was to be scanned, and nobody did. */
  qridle: 'qridle',
  /** The messenger was opened somewhere else. */
  openelsewhere: 'openelsewhere',
  /** Not paid for. */
  notenoughmoney: 'notenoughmoney',
  /** The QR code was scanned by another phone number. */
  foreignphone: 'foreignphone',
  /** Logged out. */
  unauthorized: 'unauthorized',
  /** The second factor's password is to be entered. */
  waitforpassword: 'waitforpassword',
  /** Meta has blocked the WABA channel. */
  blocked: 'blocked',
  /** Being looked at by Meta. */
  onmoderation: 'onmoderation',
  /** Meta has rejected the WABA channel. */
  rejected: 'rejected',
} as const
/** A state of a channel, in one spelling. */
export type ChannelState = keyof typeof channelStates

/** Brings a channel's state into one spelling: the vendor's pages differ in capitals and underscores. */
export function toChannelState(state: string): ChannelState | 'unknown' {
  const spelt = state.toLowerCase().replaceAll('_', '')
  return isChannelState(spelt) ? spelt : 'unknown'
}

function isChannelState(state: string): state is ChannelState {
  return Object.hasOwn(channelStates, state)
}

/** Endpoint of {@link fetchChannels}. */
export const fetchChannelsEndpoint = defineEndpoint({
  operation: 'wazzup-v3.fetchChannels',
  method: 'GET',
  path: '/v3/channels',
  summary: 'List the channels',
  response: { description: 'All channels of the account.', schema: channelsAnswerSchema },
})

/**
 * Lists the channels of the account (`GET /v3/channels`).
 * @throws {VendorError} one of its subclasses.
 * @see API v3, "Working with channels"
 */
export async function fetchChannels(client: WazzupV3Client, options: CallOptions = {}): Promise<Channel[]> {
  return send(client.http, fetchChannelsEndpoint, options)
}
