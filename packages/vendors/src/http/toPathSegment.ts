import { InvalidParametersError } from '../errors.ts'

/** Writes an id as one segment of a path. @throws {InvalidParametersError} for one that would change the path instead. */
export function toPathSegment(id: string | number): string {
  const text = String(id)
  if (text === '' || text === '.' || text === '..') throw new InvalidParametersError(`"${text}" is no id.`)
  try {
    return encodeURIComponent(text)
  } catch {
    throw new InvalidParametersError('An id holds whole characters only.')
  }
}
