import type { ChatError } from './ChatError.ts'

/**
 * Gives the reason for a part of the client that did not load: another version has been deployed, or the browser is offline.
 * The class of the error would be one more file before the first paint.
 * @throws {ChatError} always
 */
export function failToLoad(cause: unknown): never {
  throw Object.assign(new Error('Chat code did not load.', { cause }), {
    name: 'ChatError',
    code: 'network',
    retryable: true,
  } satisfies Partial<ChatError>)
}
