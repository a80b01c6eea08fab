import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'

const bodySchema = z
  .string()
  .refine((body) => body.trim() !== '', 'the server would send an empty message')
  .refine((body) => countCharacters(body) <= 1_024, 'the text above buttons has 1,024 characters at most')

/** The server cuts longer titles in silence, and it counts bytes: a Cyrillic letter is two. */
const titleSchema = (limit: number): z.ZodType<string, string> =>
  z
    .string()
    .refine((title) => title.trim() !== '', 'a title must not be empty')
    .refine((title) => countBytes(title) <= limit, `a title has ${limit} bytes at most; the server would cut it`)

const choicesSchema = (limit: number) =>
  z
    .array(z.object({ id: z.string().min(1).max(256), title: titleSchema(limit) }))
    .refine((choices) => new Set(choices.map(({ id }) => id)).size === choices.length, 'each id must be unique')

/**
 * Up to three quick replies. A title has 20 bytes at most. (The server decides by their number, not by `type`: four
 * buttons would go out as a list.)
 */
export const buttonsSchema = z.object({
  type: z.literal('button'),
  body: bodySchema,
  buttons: choicesSchema(20).min(1).max(3, 'a message has 3 buttons at most; the server would make a list of more'),
})

/** A list to choose from: 4 to 10 entries, which the server reads from `buttons`. A title has 24 bytes at most. */
export const listSchema = z.object({
  type: z.literal('list'),
  body: bodySchema,
  buttons: choicesSchema(24)
    .min(4, 'a list has 4 entries or more; the server would make buttons of fewer')
    .max(10, 'a list has 10 entries at most'),
})

/** A button that opens a link. */
export const linkButtonSchema = z.object({
  type: z.literal('cta_url'),
  body: bodySchema,
  button_text: z
    .string()
    .refine((text) => text.trim() !== '', 'a button needs a text')
    .refine((text) => countCharacters(text) <= 20, "a button's text has 20 characters at most"),
  url: z.url({ protocol: /^https?$/ }),
})

/** `interactive` of a message: quick replies, a list, or a link. */
export const interactiveSchema = z.discriminatedUnion('type', [buttonsSchema, listSchema, linkButtonSchema])
/** Quick replies, a list, or a link. */
export type Interactive = z.input<typeof interactiveSchema>

function countBytes(text: string): number {
  return new TextEncoder().encode(text).length
}
