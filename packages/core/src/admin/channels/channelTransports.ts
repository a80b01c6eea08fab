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
  /** Name of the messenger, which is the same in every language. */
  messenger: string
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
  { ...byQr('whatsapp', 'whatsapp', 'WhatsApp'), hasPairingCode: true },
  { ...byQr('wapi', 'whatsapp', 'WhatsApp Business API'), way: 'redirect' },
  byQr('tgapi', 'telegram', 'Telegram'),
  byCredentials('telegram', 'telegram', 'Telegram', ['telegram_token']),
  byCredentials('instAPI', 'instagram', 'Instagram', ['username', 'page_id', 'inst_id', 'user_token']),
  byQr('viber', 'viber', 'Viber'),
  { ...byQr('vk', 'vk', 'VK'), way: 'frame' },
  byCredentials('avito', 'avito', 'Avito', ['code']),
  byQr('max', 'max', 'MAX'),
  byCredentials('maxbot', 'max', 'MAX', ['access_token']),
]

/** Finds the connection of a channel. API v3 calls that of Instagram `instagram`. */
export function findTransport(name: string): ChannelTransport | undefined {
  const word = name.toLowerCase() === 'instagram' ? 'instapi' : name.toLowerCase()
  return channelTransports.find((transport) => transport.name.toLowerCase() === word)
}

function byQr(name: ChannelTransportName, chatType: ChatType, messenger: string): ChannelTransport {
  return { name, messenger, chatType, way: 'qr', fields: [], hasPairingCode: false }
}

function byCredentials(
  name: ChannelTransportName,
  chatType: ChatType,
  messenger: string,
  fields: readonly CredentialName[],
): ChannelTransport {
  return { ...byQr(name, chatType, messenger), way: 'credentials', fields }
}
