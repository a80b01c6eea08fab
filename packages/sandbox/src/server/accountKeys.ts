import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { InvalidOptionError } from '../store/errors.ts'
import { describeIssues } from '../store/input/describeIssues.ts'
import { explained } from '../store/input/explainIssue.ts'

/** An API key, in characters that every vendor's header allows. */
export const keySchema = z.string().regex(/^[\x21-\x7e]+$/, 'must be visible ASCII characters without spaces')

/** The keys of a new account; missing ones are generated. */
export const accountKeysSchema = z.object({
  apiKey: keySchema.default(() => randomBytes(16).toString('hex')),
  whatomateKey: keySchema.default(() => `whm_${randomBytes(16).toString('hex')}`),
})

/** The keys of an account. */
export type AccountKeys = z.output<typeof accountKeysSchema>
/** The keys of an account, before validation. */
export type AccountKeysInput = z.input<typeof accountKeysSchema>

/** Validates keys and generates missing ones. @throws {InvalidOptionError} */
export function parseAccountKeys(keys: AccountKeysInput = {}): AccountKeys {
  const parsed = accountKeysSchema.safeParse(keys, explained)
  if (parsed.success) return parsed.data
  throw new InvalidOptionError(describeIssues({ error: parsed.error, whole: 'keys' }))
}
