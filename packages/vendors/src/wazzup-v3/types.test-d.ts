import type * as z from 'zod'
import type { Contact, contactSchema } from './contacts.ts'
import type { WazzupV3 } from './createWazzupV3.ts'
import type { ErrorCode } from './errorCodes.ts'
import type { IframeParameters, iframeRequestSchema } from './iframe.ts'
import type { MessageParameters, messageRequestSchema } from './messageRequest.ts'
import type { MessageEditParameters } from './messages.ts'

// Each line below a @ts-expect-error must not compile: `tsc` fails on one that does.

const channelId = '2b6f0c1d-3e4a-4b5c-9d8e-7f6a5b4c3d2e'
const to = { channelId, chatType: 'whatsapp', chatId: '79991112233' } as const
const contentUri = 'https://files.example.com/a.png'

export const messages: MessageParameters[] = [
  { ...to, text: 'Hello' },
  { ...to, contentUri },
  { ...to, templateId: 't1', templateValues: ['a'], buttonsObject: { buttons: [{ payload: 'p' }] } },
  { ...to, text: 'Hello', buttonsObject: { buttons: [{ text: 'Yes', type: 'text' }] } },
  { channelId, chatType: 'telegram', username: 'ann', text: 'Hello' },
  { ...to, text: 'Hello', buttonsObject: { replyMarkup: 'reply', removeKeyboard: true } },
  { ...to, text: 'Hello', buttonsObject: { replyMarkup: 'inline', buttons: [[{ text: 'Yes', callbackData: 'y' }]] } },
  // @ts-expect-error an inline button does something
  { ...to, text: 'Hello', buttonsObject: { replyMarkup: 'inline', buttons: [[{ text: 'Yes' }]] } },
  { channelId, chatType: 'max', phone: '79991112233', text: 'Hello' },
  // @ts-expect-error text and file exclude each other
  { ...to, text: 'Hello', contentUri },
  // @ts-expect-error text and template exclude each other
  { ...to, text: 'Hello', templateId: 't1' },
  // @ts-expect-error one of the three is needed
  to,
  // @ts-expect-error values belong to a template
  { ...to, text: 'Hello', templateValues: ['a'] },
  // @ts-expect-error a file has no buttons
  { ...to, contentUri, buttonsObject: { buttons: [{ text: 'Yes', type: 'text' }] } },
  // @ts-expect-error a button outside a template has a text
  { ...to, text: 'Hello', buttonsObject: { buttons: [{ payload: 'p' }] } },
  // @ts-expect-error no such messenger
  { ...to, chatType: 'icq', text: 'Hello' },
  // @ts-expect-error a transport is no messenger
  { ...to, chatType: 'wapi', text: 'Hello' },
  // @ts-expect-error WhatsApp finds nobody by username
  { channelId, chatType: 'whatsapp', username: 'ann', text: 'Hello' },
  // @ts-expect-error MAX finds nobody by username
  { channelId, chatType: 'max', username: 'ann', text: 'Hello' },
  // @ts-expect-error a recipient is needed
  { channelId, chatType: 'telegram', text: 'Hello' },
]

export const edits: MessageEditParameters[] = [
  { messageId: 'm1', text: 'Hello' },
  { messageId: 'm1', contentUri },
  // @ts-expect-error text and file exclude each other
  { messageId: 'm1', text: 'Hello', contentUri },
]

export const windows: IframeParameters[] = [
  { user: { id: 7 }, scope: 'global' },
  { user: { id: '7', name: 'Ann' }, scope: 'card', filter: [{ chatType: 'whatsapp', chatId: '79991112233' }] },
  // @ts-expect-error a card has chats
  { user: { id: 7 }, scope: 'card' },
  // @ts-expect-error no such messenger
  { user: { id: 7 }, scope: 'global', activeChat: { chatType: 'icq', chatId: '1' } },
]

export const codes: ErrorCode[] = [
  'REPEATED_CRM_MESSAGE_ID',
  // @ts-expect-error no such code
  'REPEATED',
]

/** The schemas read everything that the types allow. */
export const readable: [
  (message: MessageParameters) => z.input<typeof messageRequestSchema>,
  (window: IframeParameters) => z.input<typeof iframeRequestSchema>,
  (contact: Contact) => z.input<typeof contactSchema>,
] = [(message) => message, (window) => window, (contact) => contact]

/** Never run: it is here for its types. */
export async function calls(wazzup: WazzupV3): Promise<void> {
  await wazzup.saveUsers([{ id: 7, name: 'Ann' }], { onProgress: ({ done, total }) => done / total })
  // @ts-expect-error a contact has dialogues
  await wazzup.saveContacts([{ id: 7, responsibleUserId: 7, name: 'Sam' }])
  // @ts-expect-error no such switch
  await wazzup.setWebhooks({ webhooksUri: 'https://crm.example.com', subscriptions: { messages: true } })
}
