import * as z from 'zod'
import { explained } from '../../store/input/explainIssue.ts'

/**
 * Parses input from outside. Zod reads the `length` of any value that has one, even an object's, and throws when it
 * cannot convert it to a number; such input, e.g. `{"length": {"toString": 1}}`, is reported as invalid instead.
 */
export function parseInput(schema: z.ZodType, input: unknown): z.ZodSafeParseResult<unknown> {
  try {
    return schema.safeParse(input, explained)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const message = 'must be a list, not an object with a length'
    return { success: false, error: new z.ZodError([{ code: 'custom', path: [], message, input }]) }
  }
}
