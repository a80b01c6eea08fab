import type { Session } from '../session.ts'
import { isTime } from './isTime.ts'

/** Reads the response of `GET /session`, as {@link sessionSchema} does; undefined for anything else. */
export function parseSession(data: unknown): Session | undefined {
  const { user, vendor, chatTypes, capabilities, restricted, serverTime } = Object(data)
  const { id, name } = Object(user)
  if (![id, name, vendor].every(isWord) || !isWords(chatTypes) || !isWords(capabilities) || !isTime(serverTime)) return
  if (restricted !== undefined && !isWords(restricted)) return
  return { user: { id, name }, vendor, chatTypes, capabilities, ...(restricted && { restricted }), serverTime }
}

function isWord(value: unknown): value is string {
  return typeof value === 'string'
}

function isWords(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isWord)
}
