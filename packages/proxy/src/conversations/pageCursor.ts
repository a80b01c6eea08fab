import { OperationError } from '../errors.ts'

/** The place of a message in its conversation: messages of the same time are in the order of their ids. */
export interface Place {
  /** Unix time in milliseconds. */
  at: number
  id: string
}

/** Compares two places, for sorting. */
export function comparePlaces(one: Place, other: Place): number {
  return one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id))
}

/** Writes a place as a cursor. It stays valid while messages come, go and change. */
export function toCursor({ at, id }: Place): string {
  return `${at}.${id}`
}

/** Reads a cursor. @throws {OperationError} `invalid_request` for any other text. */
export function parseCursor(cursor: string): Place {
  const [, at, id] = /^(-?\d{1,16})\.(.+)$/s.exec(cursor) ?? []
  if (at !== undefined && id !== undefined) return { at: Number(at), id }
  throw new OperationError({ code: 'invalid_request', message: 'The cursor is not one of an earlier page.' })
}
