import type { ChatType } from './chatTypes.ts'

/** Way to connect a channel: scan a QR code, enter credentials, or follow a link. */
export type ConnectionWay = 'qr' | 'credentials' | 'link'

/**
 * The transports to messengers, with the chats each carries and the way to connect it. `telegram` is a bot, `tgapi` a
 * person's account; `wapi` is WABA.
 */
export const transports = {
  whatsapp: { chatTypes: ['whatsapp', 'whatsgroup'], way: 'qr' },
  wapi: { chatTypes: ['whatsapp'], way: 'link' },
  telegram: { chatTypes: ['telegram'], way: 'credentials' },
  tgapi: { chatTypes: ['telegram', 'telegroup'], way: 'qr' },
  instagram: { chatTypes: ['instagram'], way: 'credentials' },
  viber: { chatTypes: ['viber'], way: 'qr' },
  vk: { chatTypes: ['vk'], way: 'link' },
  avito: { chatTypes: ['avito'], way: 'credentials' },
  max: { chatTypes: ['max', 'maxgroup'], way: 'qr' },
  maxbot: { chatTypes: ['max'], way: 'credentials' },
} as const satisfies Record<string, { chatTypes: ChatType[]; way: ConnectionWay }>

/** A transport to a messenger. */
export type Transport = keyof typeof transports

/** True if a channel of this transport can carry chats of a messenger. */
export function carriesChats({ transport, chatType }: { transport: Transport; chatType: ChatType }): boolean {
  return listChatTypes(transport).includes(chatType)
}

/** The transports that can carry chats of a messenger. */
export function listTransports(chatType: ChatType): Transport[] {
  // Object.keys loses the type of the keys.
  return (Object.keys(transports) as Transport[]).filter((transport) => carriesChats({ transport, chatType }))
}

function listChatTypes(transport: Transport): readonly ChatType[] {
  return transports[transport].chatTypes
}

/** True if the company's account in a messenger is a phone number. */
export function hasNumber(transport: Transport): boolean {
  return listChatTypes(transport).some((chatType) => chatType === 'whatsapp' || chatType === 'viber')
}
