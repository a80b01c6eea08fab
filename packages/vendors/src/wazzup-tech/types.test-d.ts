import type { ChannelConnection } from './channelCredentials.ts'
import type { ChatsLinkParameters } from './chatsLinkRequest.ts'
import type { MessageParameters } from './messageRequest.ts'
import type { MessageEditParameters } from './messages.ts'

// Each line below a @ts-expect-error must not compile: `tsc` fails on one that does.

const channel_id = '5f0f6f0a-58f2-4d0e-9d5a-0c5b7f3f4b11'
const recipient = { chat_type: 'whatsapp', chat_id: '79991112233' } as const
const attachment = { url: 'https://files.example.com/a.png' }
const template = { id: '0b6c6f5a-7a0e-4d8e-8a52-3f7d2f0f9a10' }

export const connections: ChannelConnection[] = [
  { transport: 'whatsapp', credentials: {} },
  { transport: 'telegram', credentials: { telegram_token: 'token' } },
  { transport: 'avito', credentials: { code: 'code' } },
  { transport: 'maxbot', credentials: { access_token: 'token' } },
  { transport: 'instAPI', credentials: { username: 'shop', page_id: '1', inst_id: '2', user_token: 'token' } },
  // @ts-expect-error a Telegram bot has a telegram_token
  { transport: 'telegram', credentials: { access_token: 'token' } },
  // @ts-expect-error a MAX bot has an access_token
  { transport: 'maxbot', credentials: { telegram_token: 'token' } },
  // @ts-expect-error Avito has a code
  { transport: 'avito', credentials: {} },
  // @ts-expect-error WhatsApp has no credentials
  { transport: 'whatsapp', credentials: { telegram_token: 'token' } },
  // @ts-expect-error Instagram has four of them
  { transport: 'instAPI', credentials: { username: 'shop' } },
  // @ts-expect-error VK connects by link
  { transport: 'vk', credentials: {} },
]

export const messages: MessageParameters[] = [
  { channel_id, recipient, text: 'Hello' },
  { channel_id, recipient, attachment },
  { channel_id, recipient, template },
  { channel_id, recipient: { chat_type: 'telegram', username: 'ann' }, text: 'Hello' },
  { channel_id, recipient: { chat_type: 'max', phone: '79991112233' }, text: 'Hello' },
  // @ts-expect-error text and attachment exclude each other
  { channel_id, recipient, text: 'Hello', attachment },
  // @ts-expect-error text and template exclude each other
  { channel_id, recipient, text: 'Hello', template },
  // @ts-expect-error a message says something
  { channel_id, recipient },
  // @ts-expect-error there is no such messenger
  { channel_id, recipient: { chat_type: 'icq', chat_id: '1' }, text: 'Hello' },
  // @ts-expect-error a transport is no messenger
  { channel_id, recipient: { chat_type: 'wapi', chat_id: '79991112233' }, text: 'Hello' },
  // @ts-expect-error WhatsApp needs a chat_id
  { channel_id, recipient: { chat_type: 'whatsapp', username: 'ann' }, text: 'Hello' },
  // @ts-expect-error MAX knows no usernames
  { channel_id, recipient: { chat_type: 'max', username: 'ann' }, text: 'Hello' },
  // @ts-expect-error a WhatsApp message has no Telegram keyboard
  { channel_id, recipient, text: 'Hello', keyboard: { reply_markup: 'inline', buttons: [[{ text: 'Yes' }]] } },
  // @ts-expect-error an Avito message has no buttons
  { channel_id, recipient: { chat_type: 'avito', chat_id: '1' }, text: 'Hello', keyboard: { buttons: [] } },
]

export const edits: MessageEditParameters[] = [
  { message_id: '1', text: 'Hello' },
  { message_id: '1', attachment },
  // @ts-expect-error text and attachment exclude each other
  { message_id: '1', text: 'Hello', attachment },
]

export const links: ChatsLinkParameters[] = [
  { user_id: '7', scope: 'global' },
  { user_id: '7', scope: 'card', chats: [{ chat_type: 'whatsapp', chat_id: '79991112233' }] },
  // @ts-expect-error a card has chats
  { user_id: '7', scope: 'card' },
  // @ts-expect-error all chats are all chats
  { user_id: '7', scope: 'global', chats: [{ chat_type: 'whatsapp', chat_id: '79991112233' }] },
  // @ts-expect-error the user is named by user_id
  { user: { id: '7' }, scope: 'global' },
]
