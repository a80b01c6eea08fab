import type { ChatType } from '@crm-chat/protocol'

/**
 * Steps that connect a channel: somebody scans a QR code, enters what the messenger knows the account by, goes on at the
 * messenger's own page, or uses the vendor's window.
 */
export type ConnectionWay = 'qr' | 'credentials' | 'redirect' | 'frame'

/** Name of a field of credentials, as the vendor calls it. */
export type CredentialName =
  | 'telegram_token'
  | 'access_token'
  | 'code'
  | 'username'
  | 'page_id'
  | 'inst_id'
  | 'user_token'

/** Connection of a channel to its messenger that a person can make. */
export interface ChannelTransport {
  /** The vendor's word, e.g. `tgapi`. */
  name: ChannelTransportName
  chatType: ChatType
  way: ConnectionWay
  fields: readonly CredentialName[]
  /** A code that is entered on the phone can take the place of the QR code. */
  hasPairingCode: boolean
}

/** The vendor's word for a connection. */
export type ChannelTransportName =
  | 'whatsapp'
  | 'wapi'
  | 'telegram'
  | 'tgapi'
  | 'instAPI'
  | 'viber'
  | 'avito'
  | 'max'
  | 'maxbot'
  | 'vk'

/** Connections in the order in which people look for them. @see https://wazzup24.com/help/api/channels/ "Creating a channel" */
export const channelTransports: readonly ChannelTransport[] = [
  byQr('whatsapp', 'whatsapp', { hasPairingCode: true }),
  { name: 'wapi', chatType: 'whatsapp', way: 'redirect', fields: [], hasPairingCode: false },
  byQr('tgapi', 'telegram'),
  byCredentials('telegram', 'telegram', ['telegram_token']),
  byCredentials('instAPI', 'instagram', ['username', 'page_id', 'inst_id', 'user_token']),
  byQr('viber', 'viber'),
  { name: 'vk', chatType: 'vk', way: 'frame', fields: [], hasPairingCode: false },
  byCredentials('avito', 'avito', ['code']),
  byQr('max', 'max'),
  byCredentials('maxbot', 'max', ['access_token']),
]

/** Finds the connection of a channel. API v3 calls that of Instagram `instagram`. */
export function findTransport(name: string): ChannelTransport | undefined {
  const word = name.toLowerCase() === 'instagram' ? 'instapi' : name.toLowerCase()
  return channelTransports.find((transport) => transport.name.toLowerCase() === word)
}

function byQr(name: ChannelTransportName, chatType: ChatType, { hasPairingCode = false } = {}): ChannelTransport {
  return { name, chatType, way: 'qr', fields: [], hasPairingCode }
}

function byCredentials(
  name: ChannelTransportName,
  chatType: ChatType,
  fields: readonly CredentialName[],
): ChannelTransport {
  return { name, chatType, way: 'credentials', fields, hasPairingCode: false }
}
