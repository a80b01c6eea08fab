import type * as z from 'zod'

/** Describes the issues of an input, e.g. `filter.0.chatId: …; scope: …`; `whole` names the input itself. */
export function describeIssues({ error, whole }: { error: z.ZodError; whole: string }): string {
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || whole}: ${message}`)
  return problems.join('; ').slice(0, 2_000)
}
