import { channelCredentialsSchemas } from '@crm-chat/vendors/wazzup-tech'
import type { Transport } from '../../store/transports.ts'

/** The name an account has in its messenger, as far as credentials tell: a bot's number is the part of its token before the colon. */
export function readPlainId(credentials: object): string {
  if ('username' in credentials && typeof credentials.username === 'string') return credentials.username
  if ('telegram_token' in credentials && typeof credentials.telegram_token === 'string')
    return `bot_${credentials.telegram_token.split(':')[0]}`
  return ''
}

/** True if credentials are of the kind a transport requires. */
export function fitsTransport({ transport, credentials }: { transport: Transport; credentials: object }): boolean {
  if (transport === 'vk') return false // It is connected by a link only.
  const name = transport === 'instagram' ? 'instAPI' : transport
  return channelCredentialsSchemas[name].safeParse(credentials).success
}
