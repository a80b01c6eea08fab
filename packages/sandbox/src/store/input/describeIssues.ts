import type * as z from 'zod'
import { listProblems } from './listProblems.ts'

/** Describes the problems of an input, e.g. `filter.0.chatId: …; scope: …`; `whole` names the input itself. */
export function describeIssues({ error, whole }: { error: z.ZodError; whole: string }): string {
  const problems = listProblems(error).map(({ field, reason }) => `${field || whole}: ${reason}`)
  return problems.join('; ').slice(0, 2_000)
}
