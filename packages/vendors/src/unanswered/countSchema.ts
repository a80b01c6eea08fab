import * as z from 'zod'

/** A number of chats, or its digits as text. Anything else, a number beyond 2^53 included, is invalid, and not 0. */
export const countSchema = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number)
    .pipe(z.int()),
])
