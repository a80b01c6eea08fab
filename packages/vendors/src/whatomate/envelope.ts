import * as z from 'zod'

/** Every response is `{status:"success", data}`; only `data` is of use. */
export function enveloped<Data>(data: z.ZodType<Data>): z.ZodType<Data> {
  const envelope: z.ZodType<{ data: Data }> = z.object({ data })
  return envelope.transform((answer) => answer.data)
}

/** Text that a server leaves out, sends as null, or sends empty when there is none. */
export const textOrNoneSchema = z
  .string()
  .nullish()
  .transform((text) => text || undefined)

/** An id of the server: a UUID. It becomes part of a path. */
export const idSchema = z.string().regex(/^[\w-]{1,100}$/, 'an id is a UUID')
