import * as z from 'zod/mini'
import type { FieldProblem } from './fieldProblem.ts'

/**
 * The database would lose what follows a NUL, and names have one line. Marks that change the direction of text would let a
 * name rearrange the text around it.
 */
const oneLine = z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u, 'control_characters' satisfies FieldProblem)

/** The same for texts of several lines. */
const severalLines = z.regex(/^(?:[^\p{Cc}\p{Bidi_Control}]|[\n\r\t])*$/u, 'control_characters' satisfies FieldProblem)

/** Schema of an id in a body. */
export const idSchema: z.ZodMiniType<string> = z
  .string()
  .check(z.minLength(1), z.maxLength(64), z.regex(/^[^\p{Cc}]*$/u))

/** Schema of a text of one line that may be empty. */
export function line(maxLength: number): z.ZodMiniType<string> {
  return z.string().check(z.trim(), z.maxLength(maxLength), oneLine)
}

/** Schema of a text of one line that must not be empty. */
export function requiredLine(maxLength: number): z.ZodMiniType<string> {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength), oneLine)
}

/** Schema of a text that may have several lines, and must not be empty. */
export function requiredText(maxLength: number): z.ZodMiniType<string> {
  return z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength), severalLines)
}
