import type * as z from 'zod'
import type { Account } from '../account.ts'
import type { Sent } from '../http/readSent.ts'
import { type Field, mapFields } from './mapFields.ts'
import type { VendorApi } from './vendorApi.ts'

/**
 * The body as an API reads it: without the optional fields whose value it takes for a missing one, and with the texts of a
 * form as numbers and switches where its schema needs them.
 */
export function toGiven({
  api: { isAbsent },
  schema,
  account: { quirks },
  sent: { value, isForm },
}: {
  api: VendorApi
  schema: z.ZodType
  account: Account
  sent: Sent
}): unknown {
  const given = isForm ? mapFields({ schema, given: value, map: readText }) : value
  if (!isAbsent) return given
  return mapFields({
    schema,
    given,
    map: (field) => (isMissing(field) && isAbsent({ value: field.value, quirks }) ? undefined : field.value),
  })
}

/** A field may be left out, unless its own schema gives its value a meaning, such as the null that ends webhooks. */
function isMissing({ value, accepts }: Field): boolean {
  return (value === null || value === '') && accepts(undefined) && !accepts(value)
}

/** Reads a switch or a number from a form, which has only texts. PHP writes 1 and 0 for true and false. */
function readText({ value, accepts }: Field): unknown {
  if (typeof value !== 'string' || value === '' || accepts(value)) return value
  if (accepts(true) && Object.hasOwn(switches, value)) return switches[value]
  const number = Number(value)
  return Number.isFinite(number) && accepts(number) ? number : value
}

const switches: Record<string, boolean> = { '1': true, '0': false, true: true, false: false }
