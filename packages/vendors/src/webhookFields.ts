import * as z from 'zod'
import { parseTime } from './parseTime.ts'

/**
 * Id in a webhook: text, or a whole number. Parsed from text, a number beyond 2^53 keeps its digits; one in a body that was
 * parsed elsewhere has lost them, and is refused rather than taken for another id.
 */
export const idSchema = z.union([z.string().min(1), z.int().transform(String)])

/** Text in a webhook, sometimes a number. */
export const textSchema = z.union([z.string(), z.number().transform(String)]).nullish()

/** Yes or no in a webhook, sometimes as text or number. */
export const flagSchema = z
  .union([
    z.boolean(),
    z.literal(['true', '1', 1]).transform(() => true),
    z.literal(['false', '0', '', 0]).transform(() => false),
  ])
  .nullish()

/** Time in a webhook, as `parseTime` reads it. */
export const timeSchema = z
  .union([z.string(), z.number()])
  .refine((time) => time === '' || parseTime(time) !== undefined, 'not a time')
  .nullish()
