import * as z from 'zod'

/** Statuses of a channel: `active` works · `init` is starting up · `disabled` was taken out of the subscription, or deleted while its messages stayed. */
export const channelStatuses = ['active', 'init', 'disabled'] as const
/** Status of a channel. */
export type ChannelStatus = (typeof channelStatuses)[number]

/** Reasons for a channel's status, as far as documented. */
export const channelReasons = {
  /** A QR code is to be scanned (status `init`). */
  qr: 'init',
  /** The channel's messages are being imported (status `init`). */
  sync: 'init',
  /** The password of the second factor is awaited: {@link sendTwoFactorCode} (status `init`). */
  wait_for_password: 'init',
  /** A code of the messenger is awaited (status `init`). */
  wait_for_code: 'init',
  /** A QR code is to be scanned (status `disabled`). */
  qridle: 'disabled',
  /** The account is connected in another account of the vendor. */
  openelsewhere: 'disabled',
  /** The channel is not paid for. */
  not_enough_money: 'disabled',
  /** The QR code was scanned by another account than the one before, with another phone number. */
  foreignphone: 'disabled',
  /** The channel must be authorized again: {@link reinitChannel}. */
  unauthorized: 'disabled',
  /** Facebook blocked the WABA channel. */
  blocked: 'disabled',
  /** The WABA channel was refused. */
  rejected: 'disabled',
} as const satisfies Record<string, ChannelStatus>
/** Reason for a channel's status. */
export type ChannelReason = keyof typeof channelReasons

/** Limit of conversations that a WABA channel may begin in 24 hours. */
export const wabaTiers = [
  'TIER_0',
  'TIER_50',
  'TIER_250',
  'TIER_1K',
  'TIER_10K',
  'TIER_100K',
  'TIER_UNLIMITED',
] as const
/** Limit of conversations that a WABA channel may begin in 24 hours. */
export type WabaTier = (typeof wabaTiers)[number]

type Known<Word extends string> = Word | (string & Record<never, never>)

/** A documented status, or a newer word. */
export const channelStatusSchema: z.ZodType<Known<ChannelStatus> | undefined> = z
  .string()
  .nullish()
  .transform((status) => status ?? undefined)

/** A documented reason, or a newer word; the vendor's samples have the text "null" for none. */
export const channelReasonSchema: z.ZodType<Known<ChannelReason> | undefined> = z
  .string()
  .nullish()
  .transform((reason) => (reason === null || reason === 'null' || reason === '' ? undefined : reason))
