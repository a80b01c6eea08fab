import * as z from 'zod'
import { channelStates } from '../channelStates.ts'
import { chatSchema } from '../chatTypes.ts'
import { accountSettingsChangeSchema } from '../entities/accountSettings.ts'
import { InvalidOptionError } from '../errors.ts'
import { describeIssues } from '../input/describeIssues.ts'
import { explained } from '../input/explainIssue.ts'
import { customerStandings } from '../schema.ts'
import { transports } from '../transports.ts'

const idSchema = z.union([z.string().min(1).max(200), z.int()]).transform(String)
const transportNames = Object.keys(transports) as [keyof typeof transports, ...(keyof typeof transports)[]]

const messageSchema = z.strictObject({
  from: z.enum(['customer', 'company']),
  text: z.string().min(1).max(10_000).optional(),
  /** Link to a file. */
  content: z.url({ protocol: /^https?$/ }).optional(),
  /** Time of writing, in minutes before the account's start. @default a minute after the previous message */
  minutesAgo: z.number().min(0).optional(),
  author: z.string().max(200).optional(),
})

/** Initial data of an account, in addition to or instead of the default rows. */
export const seedSchema = z.strictObject({
  /** Replaces the default channels. */
  channels: z
    .array(
      z.strictObject({
        channelId: z.string().min(1).max(100),
        transport: z.enum(transportNames),
        plainId: z.string().max(200).default(''),
        name: z.string().max(200).default(''),
        state: z.enum(channelStates).default('active'),
      }),
    )
    .optional(),
  users: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z.string().max(200),
        phone: z.string().regex(/^\d+$/).optional(),
        role: z.enum(['seller', 'manager', 'auditor', 'none']).optional(),
      }),
    )
    .default([]),
  contacts: z
    .array(
      z.strictObject({
        id: idSchema,
        name: z.string().max(200),
        responsibleUserId: idSchema.optional(),
        uri: z.string().max(200).optional(),
        chats: z.array(chatSchema.strict()).default([]),
      }),
    )
    .default([]),
  chats: z
    .array(
      chatSchema
        .safeExtend({
          name: z.string().max(200).optional(),
          channelId: z.string().optional(),
          messages: z.array(messageSchema).default([]),
        })
        .strict(),
    )
    .default([]),
  /** Customers with a standing other than `reachable`. */
  customers: z.array(chatSchema.safeExtend({ standing: z.enum(customerStandings) }).strict()).default([]),
  /** The company's settings at the vendor, e.g. its tariff. */
  settings: accountSettingsChangeSchema.default({}),
})

/** A seed with its defaults filled in. */
export type Seed = z.output<typeof seedSchema>
/** A seed, before validation. */
export type SeedInput = z.input<typeof seedSchema>

/** Validates a seed. Unknown fields are refused anywhere in it. @throws {InvalidOptionError} with the path of each problem */
export function parseSeed(given: unknown): Seed {
  const parsed = seedSchema.safeParse(given, explained)
  if (parsed.success) return parsed.data
  throw new InvalidOptionError(`The seed is invalid: ${describeIssues({ error: parsed.error, whole: 'seed' })}`)
}
