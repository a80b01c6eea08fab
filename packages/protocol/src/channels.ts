import * as z from 'zod/mini'
import type { Open } from './open.ts'
import type { ChatType } from './wire/chatTypes.ts'

/** State of a channel. `connecting`: somebody has a step to do, e.g. to scan a QR code. `off`: it carries no messages. */
export type ChannelState = 'active' | 'connecting' | 'off'

/** Things that a channel's messenger allows. */
export interface ChannelRules {
  /** Name of the messenger, e.g. `WhatsApp Business`. */
  messenger: string
  /** Changes to a sent message: another text, another file or caption, or taking it back. */
  changes: Open<'text' | 'file' | 'delete'>[]
  /** Seconds after sending in which they are possible. */
  changeableSeconds: number
  /** Characters of the longest text, where there is a limit. An emoji may be one. */
  longestText?: number | undefined
  /** Seconds after the customer's last message in which replies are free, where they end; afterwards templates only, or nothing. */
  replyWindow?: { seconds: number; afterwards: Open<'templates' | 'nothing'> } | undefined
}

/** The company's account in a messenger. */
export interface Channel {
  id: string
  /** The vendor's word for the connection, e.g. `wapi` or `tgapi`. */
  transport: string
  /** Messenger whose chats it carries, where the vendor's word is known. */
  chatType?: Open<ChatType> | undefined
  /** Its phone number or account name. */
  account?: string | undefined
  name?: string | undefined
  state: Open<ChannelState>
  /** The vendor's reason for the state, lower case and without underscores, e.g. `qr`, `unauthorized`, `notenoughmoney`. */
  reason?: string | undefined
  /** Limit of conversations that a WABA channel may begin in 24 hours, in the vendor's words, e.g. `TIER_1K`. */
  tier?: string | undefined
  /** Plan that the channel is paid for, in the vendor's words, e.g. `max`. */
  tariff?: string | undefined
  /** Absent where nobody knows what the messenger allows. */
  rules?: ChannelRules | undefined
}

/** Response of `GET /channels`. */
export interface ChannelList {
  channels: Channel[]
}

/** Body of `POST /channels`. */
export interface ChannelRequest {
  /** The vendor's word for the connection, e.g. `whatsapp`. */
  transport: string
  /** Fields that the connection needs, e.g. `{token}` of a bot. They go to the vendor and are never logged or kept. */
  credentials?: Record<string, string> | undefined
}

/** Response of `POST /channels` and `POST /channels/:channelId/reinit`. */
export interface ChannelResponse {
  channel: Channel
  /** Address at which its owner goes on to connect it, where there is one. */
  url?: string | undefined
}

/** Body of `POST /channels/link`: the connection to begin with, or the channel to connect again. */
export interface ChannelLinkRequest {
  transport?: string | undefined
  channelId?: string | undefined
}

/** Body of `POST /channels/:channelId/2fa`. */
export interface ChannelCode {
  /** Password or code that the messenger asks for. */
  code: string
}

/** Body of `POST /channels/:channelId/reinit`. */
export type ChannelReinit = Pick<ChannelRequest, 'credentials'>

/** Body of `POST /channels/:channelId/pairing-code`: the phone number in digits. */
export interface PairingRequest {
  phone: string
}

/** Response of `POST /channels/:channelId/pairing-code`. */
export interface PairingCode {
  /** To be entered in the messenger. */
  code: string
}

/** Data of the `channel` event: a channel changed, and perhaps a step is to be done. */
export interface ChannelChange {
  channel: Channel
  /** A QR code to scan, as a `data:` URL. */
  qr?: string | undefined
  deleted?: boolean | undefined
  /** State of a channel that does not work, in a sentence for people, in English. */
  explanation?: string | undefined
}

const word = z.string().check(z.minLength(1), z.maxLength(100))
const text = z.optional(z.string())

const rulesSchema: z.ZodMiniType<ChannelRules> = z.object({
  messenger: z.string(),
  changes: z.array(z.string()),
  changeableSeconds: z.number(),
  longestText: z.optional(z.number()),
  replyWindow: z.optional(z.object({ seconds: z.number(), afterwards: z.string() })),
})

/** Schema of {@link Channel}. Words of a newer proxy do no harm. */
export const channelSchema: z.ZodMiniType<Channel> = z.object({
  id: z.string(),
  transport: z.string(),
  chatType: text,
  account: text,
  name: text,
  state: z.string(),
  reason: text,
  tier: text,
  tariff: text,
  rules: z.optional(rulesSchema),
})

/** Schema of {@link ChannelList}. */
export const channelListSchema: z.ZodMiniType<ChannelList> = z.object({ channels: z.array(channelSchema) })

const credentials = z.optional(z.record(word, z.string().check(z.maxLength(4_096))))

/** Schema of {@link ChannelRequest}: unknown fields are refused. */
export const channelRequestSchema: z.ZodMiniType<ChannelRequest> = z.strictObject({ transport: word, credentials })

/** Schema of {@link ChannelResponse}. */
export const channelResponseSchema: z.ZodMiniType<ChannelResponse> = z.object({
  channel: channelSchema,
  url: z.optional(z.url({ protocol: /^https?$/ })),
})

/** Schema of {@link ChannelLinkRequest}: unknown fields are refused. */
export const channelLinkRequestSchema: z.ZodMiniType<ChannelLinkRequest> = z.strictObject({
  transport: z.optional(word),
  channelId: z.optional(word),
})

/** Schema of {@link ChannelCode}: unknown fields are refused. */
export const channelCodeSchema: z.ZodMiniType<ChannelCode> = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(256)),
})

/** Schema of {@link ChannelReinit}: unknown fields are refused. */
export const channelReinitSchema: z.ZodMiniType<ChannelReinit> = z.strictObject({ credentials })

/** Schema of {@link PairingRequest}: unknown fields are refused. */
export const pairingRequestSchema: z.ZodMiniType<PairingRequest> = z.strictObject({
  phone: z.string().check(z.regex(/^\d{5,15}$/)),
})

/** Schema of {@link PairingCode}. */
export const pairingCodeSchema: z.ZodMiniType<PairingCode> = z.object({ code: z.string() })

/** Schema of {@link ChannelChange}. */
export const channelChangeSchema: z.ZodMiniType<ChannelChange> = z.object({
  channel: channelSchema,
  qr: z.optional(z.string().check(z.regex(/^data:image\//))),
  deleted: z.optional(z.boolean()),
  explanation: text,
})
