import type * as z from 'zod/mini'

/** Reasons why a field of a body is refused. The pages have a sentence for each in their language. */
export const fieldProblems = [
  'missing',
  'invalid',
  'too_long',
  'too_many',
  'too_large',
  /** Line breaks in a text of one line, or characters that cannot be seen. */
  'control_characters',
  'email',
  'phone',
  /** The name or id of an account in a messenger. */
  'account',
  'amount',
  /** Another item has this value. */
  'taken',
  /** No such item. */
  'unknown',
  /** A user who does not work with customers, or no user. */
  'owner',
  /** A vendor without a key. */
  'no_key',
  'empty_file',
  'large_file',
  'many_rows',
  /** No column of a file has the names. */
  'no_names',
] as const

/** The reason why a field is refused. */
export type FieldProblem = (typeof fieldProblems)[number]

/** Returns the reason that a schema gives as its message, or else the one that the check stands for. */
export function toFieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const named = fieldProblems.find((problem) => problem === issue.message)
  if (named) return named
  if (issue.code === 'too_small') return 'missing'
  if (issue.code !== 'too_big') return 'invalid'
  return issue.origin === 'array' ? 'too_many' : issue.origin === 'string' ? 'too_long' : 'too_large'
}
