import * as z from 'zod/mini'

/** Messengers the CRM supports. */
export const messengers = ['whatsapp', 'telegram', 'instagram', 'vk'] as const

/** Stages of a deal, in order. */
export const dealStages = ['new', 'qualified', 'proposal', 'negotiation', 'won'] as const

/** A stage of a deal. */
export type DealStage = (typeof dealStages)[number]

/** A contact's account in one messenger. */
export interface ContactChat {
  chatType: (typeof messengers)[number]
  chatId: string
}

/** A sale in progress. */
export interface Deal {
  title: string
  stage: DealStage
  /** In hundredths of the currency. */
  amountCents: number
  /** ISO 4217. */
  currency: string
}

/** A person in the CRM. One user is responsible for each. */
export interface Contact {
  id: string
  name: string
  /** Job title. */
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

/** Response of `GET /api/contacts`, sorted by name. */
export const contactsResponseSchema: z.ZodMiniType<{ contacts: Contact[] }> = z.object({
  contacts: z.array(contactSchema),
})

/** Response of `GET /api/contacts/:id` and `POST /api/contacts`. */
export const contactResponseSchema: z.ZodMiniType<{ contact: Contact }> = z.object({ contact: contactSchema })

/** Body of `POST /api/contacts`. The phone number is sent as typed. */
export interface NewContact {
  name: string
  company: string
  phone: string
}

/**
 * The database would lose what follows a NUL, and names have one line. Marks that change the direction of text would let a
 * name rearrange the text around it.
 */
const plain = z.regex(
  /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u,
  'Remove line breaks, tabs and other invisible control characters.',
)

/** Schema of {@link NewContact}. */
export const newContactSchema: z.ZodMiniType<NewContact> = z.strictObject({
  name: z
    .string()
    .check(z.trim(), z.minLength(1, 'Enter a name.'), z.maxLength(150, 'Use at most 150 characters.'), plain),
  company: z.string().check(z.trim(), z.maxLength(150, 'Use at most 150 characters.'), plain),
  phone: z
    .string()
    .check(z.trim(), z.minLength(1, 'Enter a WhatsApp number.'), z.maxLength(40, 'This phone number is too long.')),
})
