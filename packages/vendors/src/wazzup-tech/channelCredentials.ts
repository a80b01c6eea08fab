import * as z from 'zod'

/** Connections of a channel to its messenger. `telegram` is a bot, `tgapi` a person; `wapi` is WABA. VK connects by link only. */
export const transportSchema = z.enum([
  'whatsapp',
  'wapi',
  'telegram',
  'tgapi',
  'instAPI',
  'viber',
  'avito',
  'max',
  'maxbot',
])
/** Connection of a channel to its messenger. */
export type Transport = z.infer<typeof transportSchema>

const secretSchema = z.string().min(1).max(4_096)
const none = z.strictObject({})

/** Credentials of each transport. QR codes and links follow later, if needed. */
export const channelCredentialsSchemas = {
  /** WhatsApp of a phone: a QR code or pairing code follows. */
  whatsapp: none,
  /** WABA: the response has a link for the customer. */
  wapi: none,
  /** A Telegram bot. */
  telegram: z.strictObject({ telegram_token: secretSchema }),
  /** A person's Telegram: a QR code follows, and perhaps a question for the second factor. */
  tgapi: none,
  /** Instagram through an app of one's own at Meta. */
  instAPI: z.strictObject({
    username: z.string().min(1),
    page_id: z.string().min(1),
    inst_id: z.string().min(1),
    user_token: secretSchema,
  }),
  /** Viber: a QR code follows. */
  viber: none,
  /** Avito, after its own authorization. */
  avito: z.strictObject({ code: secretSchema }),
  /** MAX of a phone: a QR code follows. */
  max: none,
  /** A MAX bot. */
  maxbot: z.strictObject({ access_token: secretSchema }),
} satisfies Record<Transport, z.ZodType>

/** A transport, and the credentials it needs. */
export type ChannelConnection = {
  [Name in Transport]: {
    transport: Name
    credentials: z.input<(typeof channelCredentialsSchemas)[Name]>
  }
}[Transport]

/** The credentials of any transport. */
export const channelCredentialsSchema = z.union(Object.values(channelCredentialsSchemas))

/** `{transport, credentials}`, where the one fits the other. */
export const channelConnectionSchema = z.discriminatedUnion('transport', [
  connection('whatsapp'),
  connection('wapi'),
  connection('telegram'),
  connection('tgapi'),
  connection('instAPI'),
  connection('viber'),
  connection('avito'),
  connection('max'),
  connection('maxbot'),
])

function connection<Name extends Transport>(transport: Name) {
  return z.object({ transport: z.literal(transport), credentials: channelCredentialsSchemas[transport] })
}
