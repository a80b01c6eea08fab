import { OperationError } from '../errors.ts'

/** Longest value, in characters. */
const maxLength = 500

/** Reads one value of a query; undefined for a missing or empty one. @throws {OperationError} `invalid_request` */
export function readQuery({ target, name }: { target: string; name: string }): string | undefined {
  const start = target.indexOf('?')
  const values = start < 0 ? [] : new URLSearchParams(target.slice(start + 1)).getAll(name)
  const [value] = values
  if (values.length <= 1 && (value?.length ?? 0) <= maxLength) return value || undefined
  throw new OperationError({ code: 'invalid_request', message: `The query "${name}" is invalid.` })
}
