import type { ChatType, Recipient } from '@crm-chat/protocol'

/** Person to send messages to, as far as the CRM knows them. */
export interface ComposerContact {
  name?: string | undefined
  /** Dialogues with this person. */
  chats?: readonly { chatType: ChatType; chatId: string; name?: string | undefined }[] | undefined
  /** Names in Telegram, without `@`. */
  usernames?: readonly string[] | undefined
  /** Phone numbers, international, as people write them. */
  phones?: readonly string[] | undefined
}

/** Somebody to send a message to. */
export interface ComposerRecipient {
  chatType: string
  to: Recipient
  /** Name, number or account, as people write it. */
  label: string
  /** True for a person of whom no dialogue is known. */
  isNew: boolean
}

/** Reads a phone number as people write it, e.g. `+49 (30) 901820`: its digits, or undefined for anything else. */
export function parsePhone(text: string): string | undefined {
  const written = text.replace(/[\s().\u2010-\u2015\u00a0-]/g, '')
  const digits = written.replace(/^(\+|00)/, '')
  if (!/^[1-9]\d{8,14}$/.test(digits)) return undefined
  return /^8[379]\d{9}$/.test(digits) ? undefined : digits // A Russian number as dialled at home: messengers know it with a 7.
}

/** Reads a Telegram name with or without `@`, or its link; undefined for anything else. */
export function parseUsername(text: string): string | undefined {
  const name = text
    .trim()
    .replace(/^(https?:\/\/)?t\.me\//i, '')
    .replace(/^@/, '')
  return /^\w{4,64}$/.test(name) ? name : undefined
}

/** Writes a number for people, e.g. `+79998887766`. */
function formatNumber(digits: string): string {
  return `+${digits}`
}

/** Lists whom a contact can be reached as: its dialogues, and in other messengers its names and numbers. */
export function listRecipients(
  { chats = [], usernames = [], phones = [] }: ComposerContact,
  finds: (chatType: string) => readonly ('phone' | 'username')[],
  chatTypes: readonly string[],
): ComposerRecipient[] {
  const known = chats.map(({ chatType, chatId, name }) => ({
    chatType,
    to: { chatType, chatId },
    label: name ?? (/^\d{9,16}$/.test(chatId) && numbered.has(chatType) ? formatNumber(chatId) : chatId),
    isNew: false,
  }))
  const numbers = phones.flatMap((phone) => parsePhone(phone) ?? [])
  const found = chatTypes.flatMap((chatType) => {
    const ways = finds(chatType)
    const has = (id: string): boolean => chats.some((chat) => chat.chatType === chatType && chat.chatId === id)
    const isKnown = chats.some((chat) => chat.chatType === chatType)
    const byNumber = ways.includes('phone') && (numbered.has(chatType) || !isKnown) ? numbers : []
    const byName = ways.includes('username') && !isKnown ? usernames.flatMap((name) => parseUsername(name) ?? []) : []
    return [
      ...byName.map((username) => toNew({ chatType, username })),
      ...byNumber.filter((phone) => !has(phone)).map((phone) => toNew({ chatType, phone })),
    ]
  })
  return [...known, ...found]
}

/** Messengers whose chats are phone numbers. */
const numbered = new Set(['whatsapp', 'viber'])

/** A recipient of whom no dialogue is known. */
export function toNew(to: { chatType: string } & ({ phone: string } | { username: string })): ComposerRecipient {
  const label = 'phone' in to ? formatNumber(to.phone) : `@${to.username}`
  return { chatType: to.chatType, to: to as Recipient, label, isNew: true } // A session may have newer messengers; the proxy refuses them.
}

/** Name of a recipient among others, e.g. for its draft. */
export function toRecipientKey({ to }: Pick<ComposerRecipient, 'to'>): string {
  return Object.values(to).join(' ')
}
