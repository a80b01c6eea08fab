import type { Contact } from './contacts.ts'
import type { WazzupV2 } from './createWazzupV2.ts'
import type { ErrorCode } from './errorCodes.ts'
import type { MessageParameters } from './messages.ts'
import type { AuthorTypeCode, MessageStatusCode, MessageTypeCode } from './webhookCodes.ts'

// Each line below a @ts-expect-error must not compile: `tsc` fails on one that does.

const to = { channelId: '7d0c2a34-9b1e-4f60-8a2d-5c3b1e0f9a88', chatType: 'whatsapp', chatId: '79991112233' } as const
const content = 'https://files.example.com/a.png'

export const messages: MessageParameters[] = [
  { ...to, text: 'Hello' },
  { ...to, content },
  { ...to, chatId: 79991112233, text: 'Hello', refMessageId: 'm1' },
  // @ts-expect-error text and file exclude each other
  { ...to, text: 'Hello', content },
  // @ts-expect-error one of them is needed
  to,
  // @ts-expect-error V2 does not know this messenger
  { ...to, chatType: 'viber', text: 'Hello' },
  // @ts-expect-error a transport is no messenger
  { ...to, chatType: 'wapi', text: 'Hello' },
]

export const contacts: Contact[] = [
  { id: 1, name: 'Sam', chats: [{ chatType: 'vk', chatId: '1' }] },
  // @ts-expect-error V2 does not know this messenger
  { id: 1, name: 'Sam', chats: [{ chatType: 'icq', chatId: '1' }] },
]

export const codes: [ErrorCode, MessageTypeCode, MessageStatusCode, AuthorTypeCode][] = [
  ['CHANNEL_NO_MONEY', 21, 66, 9],
  // @ts-expect-error no such code
  ['CHANNEL_NO_MONY', 21, 66, 9],
  // @ts-expect-error no such type
  ['CHANNEL_NO_MONEY', 6, 66, 9],
  // @ts-expect-error no such status
  ['CHANNEL_NO_MONEY', 21, 65, 9],
  // @ts-expect-error no such author
  ['CHANNEL_NO_MONEY', 21, 66, 2],
]

/** Never run: it is here for its types. */
export async function calls(wazzup: WazzupV2): Promise<void> {
  await wazzup.sendMessage({ ...to, text: 'Hello' }, { signal: new AbortController().signal })
  // @ts-expect-error the order is one of two
  wazzup.listDeals({ orderDirection: 'up' })
  // @ts-expect-error the client is already given
  await wazzup.fetchChannels(wazzup)
}
