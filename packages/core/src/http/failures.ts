import { toChatError } from './toChatError.ts'
import { toRequestError } from './toRequestError.ts'

/** The part of the client that explains failed requests. */
export const failures = { toChatError, toRequestError }
