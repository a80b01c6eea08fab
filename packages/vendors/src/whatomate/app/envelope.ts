import * as z from 'zod'

/** A successful response: `{status: "success", data}`. */
export function succeeded<Data extends z.ZodType>(data: Data) {
  return z.looseObject({ status: z.literal('success'), data })
}

/** A page of a list: the items under their own name, and the position of the page. */
export function listed<Name extends string, Item extends z.ZodType>(name: Name, item: Item) {
  return succeeded(
    z.looseObject({ [name]: z.array(item), total: z.int().nonnegative(), page: z.int(), limit: z.int() }),
  )
}

/** Text of a request; null and missing are empty. */
export const textSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? '')

/** Time in RFC 3339. */
export const timeSchema = z.iso.datetime()

/** Response that confirms a change in a sentence. */
export const confirmedSchema = succeeded(z.looseObject({ message: z.string() }))
