import type * as z from 'zod'

/** A problem with one field of an input. */
export interface Problem {
  /** The field, e.g. `filter.0.chatId`; empty for the whole input. */
  field: string
  /** The reason, and which values are valid. */
  reason: string
}

/** Lists the problems of an input. Of a union, those of the part that comes closest to it. */
export function listProblems({ issues }: z.ZodError): Problem[] {
  return issues.flatMap((issue) => toProblems({ issue, path: [] }))
}

/** A problem as a sentence, e.g. `name must not be empty`. A schema's own reasons follow a colon. `whole` names the input. */
export function toSentence({ field, reason, whole = 'body' }: Problem & { whole?: string }): string {
  if (/^(must|is|has) /.test(reason)) return `${field || whole} ${reason}`
  return field ? `${field}: ${reason}` : reason
}

function toProblems({ issue, path }: { issue: z.core.$ZodIssue; path: PropertyKey[] }): Problem[] {
  const at = [...path, ...issue.path]
  const closest = issue.code === 'invalid_union' ? findClosest(issue.errors) : undefined
  if (closest) return closest.flatMap((part) => toProblems({ issue: part, path: at }))
  return [{ field: at.join('.'), reason: issue.message }]
}

/** The issues of the part that is of the value's type, and has the fewest of them. */
function findClosest(parts: z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined {
  const fitting = parts.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  return fitting.toSorted((one, other) => one.length - other.length)[0]
}
