import * as z from 'zod/mini'

/** Messengers that the CRM keeps chats of. */
export const messengers = ['whatsapp', 'telegram', 'instagram', 'vk'] as const

/** How far a deal has come, in order. */
export const dealStages = ['new', 'qualified', 'proposal', 'negotiation', 'won'] as const

/** How far a deal has come. */
export type DealStage = (typeof dealStages)[number]

/** A contact's account in one messenger. */
export interface ContactChat {
  chatType: (typeof messengers)[number]
  chatId: string
}

/** What a contact may buy. */
export interface Deal {
  title: string
  stage: DealStage
  /** In hundredths of the currency. */
  amountCents: number
  /** ISO 4217. */
  currency: string
}

/** A person whom one user of the CRM is responsible for. */
export interface Contact {
  id: string
  name: string
  /** What they do at their company. */
  position: string
  company: string
  email: string
  /** Digits with the country code, or empty. */
  phone: string
  notes: string
  chats: ContactChat[]
  deal: Deal | null
}

const contactSchema: z.ZodMiniType<Contact> = z.object({
  id: z.string(),
  name: z.string(),
  position: z.string(),
  company: z.string(),
  email: z.string(),
  phone: z.string(),
  notes: z.string(),
  chats: z.array(z.object({ chatType: z.enum(messengers), chatId: z.string() })),
  deal: z.nullable(
    z.object({ title: z.string(), stage: z.enum(dealStages), amountCents: z.number(), currency: z.string() }),
  ),
})

/** Answer of `GET /api/contacts`, sorted by name. */
export const contactsAnswerSchema: z.ZodMiniType<{ contacts: Contact[] }> = z.object({
  contacts: z.array(contactSchema),
})

/** Answer of `GET /api/contacts/:id` and `POST /api/contacts`. */
export const contactAnswerSchema: z.ZodMiniType<{ contact: Contact }> = z.object({ contact: contactSchema })

/** Body of `POST /api/contacts`. The phone number is as somebody typed it. */
export interface NewContact {
  name: string
  company: string
  phone: string
}

/** Schema of {@link NewContact}. */
export const newContactSchema: z.ZodMiniType<NewContact> = z.strictObject({
  name: z
    .string()
    .check(z.trim(), z.minLength(1, 'Give the contact a name.'), z.maxLength(150, 'At most 150 letters.')),
  company: z.string().check(z.trim(), z.maxLength(150, 'At most 150 letters.')),
  phone: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Give the number that the contact has in WhatsApp.'),
      z.maxLength(40, 'Too long for a phone number.'),
    ),
})
