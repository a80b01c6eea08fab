import type { Words } from '../words/en.ts'
import { RequestError } from './RequestError.ts'

/** Explains a failed request in the language of the page. */
export function toErrorText({ error, words }: { error: Error; words: Words }): string {
  if (!(error instanceof RequestError)) return error.message
  const [field] = Object.values(error.fields)
  return field ? words.fieldProblems[field] : words.errors[error.code]
}

/** Explains why fields were refused, by their names, in the language of the page. */
export function toFieldTexts({ error, words }: { error: unknown; words: Words }): Record<string, string> {
  if (!(error instanceof RequestError)) return {}
  return Object.fromEntries(Object.entries(error.fields).map(([name, problem]) => [name, words.fieldProblems[problem]]))
}
