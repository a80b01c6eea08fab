import * as z from 'zod'

/**
 * Parses what came from outside. Zod looks at the length of whatever has one, an object too, and throws when that
 * cannot be made a number: `{"length": {"toString": 1}}` breaks the schema like anything else that is no list.
 */
export function parseInput(schema: z.ZodType, given: unknown): z.ZodSafeParseResult<unknown> {
  try {
    return schema.safeParse(given)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const message = 'has a length that is none'
    return { success: false, error: new z.ZodError([{ code: 'custom', path: [], message, input: given }]) }
  }
}
