import type { ChatError } from './ChatError.ts'

/** Makes an error of a lost network, without the class, which most pages never need. */
export function toNetworkError(message: string, cause?: unknown): Error & Pick<ChatError, 'code' | 'retryable'> {
  return Object.assign(new Error(message, { cause }), { name: 'ChatError', code: 'network', retryable: true } as const)
}

/** Throws the reason for a part of the client that did not load, e.g. because the browser is offline. */
export function failToExplain(cause: unknown): never {
  throw toNetworkError('The chat proxy could not be reached.', cause)
}

/** Tells an error of this package by its name, which another copy of the package gives it, too. */
export function isChatError(error: unknown): error is ChatError {
  return Object(error).name === 'ChatError'
}
