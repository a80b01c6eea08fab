import * as z from 'zod/mini'
import { idSchema, line, requiredLine } from './text.ts'

/** Messengers the CRM supports. */
export const messengers = ['whatsapp', 'telegram', 'instagram', 'vk'] as const

/** A messenger. */
export type Messenger = (typeof messengers)[number]

/** A contact's account in one messenger. */
export interface ContactChat {
  chatType: Messenger
  chatId: string
}

/** Schema of {@link ContactChat}. */
export const contactChatSchema: z.ZodMiniType<ContactChat> = z.object({
  chatType: z.enum(messengers),
  chatId: z.string(),
})

/** The last message of a chat. */
export interface LastMessage {
  /** One line of at most 200 characters; empty for a file without a text. */
  text: string
  /** Unix time in milliseconds. */
  at: number
  isFromCustomer: boolean
}

/** Schema of {@link LastMessage}. */
export const lastMessageSchema: z.ZodMiniType<LastMessage> = z.object({
  text: z.string(),
  at: z.number(),
  isFromCustomer: z.boolean(),
})

/** A chat whose customer waits for a reply. */
export interface WaitingChat {
  /** A messenger of {@link messengers}, or another one that the vendor's channels offer. */
  chatType: string
  chatId: string
  /** The customer's name, as far as it is known: the contact's, or that of the messenger. */
  name: string
  /** Time of the customer's first message without a reply. Unix time in milliseconds. */
  waitingSince: number
  lastMessage: LastMessage
  /** Null for a stranger. */
  contactId: string | null
  /** Null for a stranger. */
  responsibleUserId: string | null
}

/** Schema of {@link WaitingChat}. The longest wait comes first in `GET /api/waiting`, which answers a page of them. */
export const waitingChatSchema: z.ZodMiniType<WaitingChat> = z.object({
  chatType: z.string(),
  chatId: z.string(),
  name: z.string(),
  waitingSince: z.number(),
  lastMessage: lastMessageSchema,
  contactId: z.nullable(z.string()),
  responsibleUserId: z.nullable(z.string()),
})

/** Query of `GET /api/chats/lookup`. */
export interface ChatLookupQuery {
  chatType: string
  chatId: string
}

/** Schema of {@link ChatLookupQuery}. */
export const chatLookupQuerySchema: z.ZodMiniType<ChatLookupQuery> = z.object({
  chatType: idSchema,
  chatId: z.string().check(z.minLength(1), z.maxLength(200)),
})

/** Response of `GET /api/chats/lookup`: whose chat it is. */
export type ChatLookup =
  | {
      status: 'contact'
      contactId: string
      name: string
      /** Deals of the contact that are neither won nor lost, the latest first. */
      openDeals: { id: string; title: string }[]
    }
  /** The chat of another user's contact, which this user may not see. */
  | { status: 'hidden' }
  /** The values with which a contact of the chat would be added. */
  | { status: 'stranger'; name: string; phone: string }

/** Schema of {@link ChatLookup}. */
export const chatLookupSchema: z.ZodMiniType<ChatLookup> = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('contact'),
    contactId: z.string(),
    name: z.string(),
    openDeals: z.array(z.object({ id: z.string(), title: z.string() })),
  }),
  z.object({ status: z.literal('hidden') }),
  z.object({ status: z.literal('stranger'), name: z.string(), phone: z.string() }),
])

/** Body of `POST /api/chats/contacts`: makes a stranger who wrote a contact of the user. Answers 409 if it is one already. */
export interface NewContactOfChat {
  chatType: Messenger
  chatId: string
  name: string
  company?: string | undefined
  /** Also adds a deal with this title. */
  dealTitle?: string | undefined
}

/** Schema of {@link NewContactOfChat}. */
export const newContactOfChatSchema: z.ZodMiniType<NewContactOfChat> = z.strictObject({
  chatType: z.enum(messengers),
  chatId: requiredLine(200),
  name: requiredLine(150),
  company: z.optional(line(150)),
  dealTitle: z.optional(requiredLine(150)),
})

/** Response of `POST /api/chats/contacts`. */
export interface ContactOfChat {
  contactId: string
  /** Null unless a deal was asked for. */
  dealId: string | null
}

/** Schema of {@link ContactOfChat}. */
export const contactOfChatSchema: z.ZodMiniType<ContactOfChat> = z.object({
  contactId: z.string(),
  dealId: z.nullable(z.string()),
})
