import * as z from 'zod/mini'
import { type ContactChat, contactChatSchema, type LastMessage, lastMessageSchema, messengers } from './chat.ts'
import type { FieldProblem } from './fieldProblem.ts'
import { type Change, type Item, itemFields, versionSchema } from './item.ts'
import { flagSchema, type ListQuery, listQueryFields, type Page, pageSchema } from './page.ts'
import { idSchema, line, requiredLine } from './text.ts'

/** A person in the CRM. One user is responsible for each. */
export interface Contact extends Item {
  name: string
  /** Job title. */
  position: string
  companyId: string | null
  /** Name of the company, or empty. */
  company: string
  email: string
  /** Digits with the country code, or empty. */
  phone: string
  responsibleUserId: string
  chats: ContactChat[]
  /** Deals of the contact that are neither won nor lost. */
  openDealCount: number
  /** Time of the customer's first message without a reply, in any chat; null if nobody waits. */
  waitingSince: number | null
  /** The latest message of all chats. */
  lastMessage: LastMessage | null
}

const contactSchema: z.ZodMiniType<Contact> = z.object({
  ...itemFields,
  name: z.string(),
  position: z.string(),
  companyId: z.nullable(z.string()),
  company: z.string(),
  email: z.string(),
  phone: z.string(),
  responsibleUserId: z.string(),
  chats: z.array(contactChatSchema),
  openDealCount: z.number(),
  waitingSince: z.nullable(z.number()),
  lastMessage: z.nullable(lastMessageSchema),
})

/** Orders of `GET /api/contacts`. With `waiting`, those who wait come first, the longest wait before all. */
export const contactSorts = ['name', 'company', 'createdAt', 'waiting'] as const

/** Query of `GET /api/contacts` and `GET /api/contacts/export`. */
export interface ContactsQuery extends ListQuery {
  /** @default 'name' */
  sort?: (typeof contactSorts)[number] | undefined
  companyId?: string | undefined
  /** Only contacts with a chat in this messenger. */
  chatType?: (typeof messengers)[number] | undefined
  /** Only contacts that wait for a reply. */
  waiting?: boolean | undefined
}

/** Schema of {@link ContactsQuery}. */
export const contactsQuerySchema: z.ZodMiniType<ContactsQuery> = z.object({
  ...listQueryFields,
  sort: z.optional(z.enum(contactSorts)),
  companyId: z.optional(idSchema),
  chatType: z.optional(z.enum(messengers)),
  waiting: flagSchema,
})

/** Response of `GET /api/contacts`. */
export const contactsResponseSchema: z.ZodMiniType<Page<Contact>> = pageSchema(contactSchema)

/**
 * Response of `GET`, `PATCH` and `DELETE /api/contacts/:id`, `POST /api/contacts/:id/restore` and `POST /api/contacts`.
 * A deleted contact can still be read.
 */
export const contactResponseSchema: z.ZodMiniType<{ contact: Contact }> = z.object({ contact: contactSchema })

/** Body of `POST /api/contacts`. Only the name is required. */
export interface NewContact {
  name: string
  position?: string | undefined
  /** Name of a company: it is found by its name, or added. */
  company?: string | undefined
  email?: string | undefined
  /** As typed, with the country code. */
  phone?: string | undefined
  /** Accounts as typed: a phone number, a user name or an id. @default a WhatsApp chat of the phone number */
  chats?: ContactChat[] | undefined
  /** Managers and administrators may choose another user. @default the user */
  responsibleUserId?: string | undefined
}

const contactInputFields = {
  position: z.optional(line(150)),
  company: z.optional(line(150)),
  email: z.optional(
    z
      .string()
      .check(
        z.trim(),
        z.maxLength(200),
        z.regex(
          /^$|^[^\s@\p{Cc}\p{Bidi_Control}]+@[^\s@\p{Cc}\p{Bidi_Control}]+\.[^\s@\p{Cc}\p{Bidi_Control}]+$/u,
          'email' satisfies FieldProblem,
        ),
      ),
  ),
  phone: z.optional(z.string().check(z.trim(), z.maxLength(40))),
  chats: z.optional(
    z
      .array(
        z.strictObject({
          chatType: z.enum(messengers),
          chatId: requiredLine(100),
        }),
      )
      .check(z.maxLength(10)),
  ),
  responsibleUserId: z.optional(idSchema),
}

const name = requiredLine(150)

/** Schema of {@link NewContact}. */
export const newContactSchema: z.ZodMiniType<NewContact> = z.strictObject({ name, ...contactInputFields })

/** Body of `PATCH /api/contacts/:id`. Fields that are left out stay; `chats` replaces all chats. */
export type ContactChange = Change<NewContact>

/** Schema of {@link ContactChange}. */
export const contactChangeSchema: z.ZodMiniType<ContactChange> = z.strictObject({
  version: versionSchema,
  name: z.optional(name),
  ...contactInputFields,
})
