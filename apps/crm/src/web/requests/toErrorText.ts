import type { Words } from '../words/en.ts'
import { RequestError } from './RequestError.ts'

/** Explains a failed request in the language of the page; in the server's own words where those say more. */
export function toErrorText({ error, words }: { error: Error; words: Words }): string {
  if (!(error instanceof RequestError)) return error.message
  const { code, message, fields, current } = error
  if (code === 'conflict' && current !== undefined) return words.errors.changed
  if (code === 'invalid_request' && Object.keys(fields).length > 0) return words.errors.invalidForm
  return code === 'invalid_request' || code === 'conflict' || code === 'foreign_origin' ? message : words.errors[code]
}
