import { requestText } from './requestText.ts'
import type { SendText } from './sendText.ts'

/**
 * Finds a way to send a `GET` whose address holds a key: undici and `fetch` write addresses to the log of `NODE_DEBUG`.
 * @returns `undefined` in a runtime that is not Node.
 */
export function findQuietSend(): SendText | undefined {
  return typeof globalThis.process?.getBuiltinModule === 'function' ? sendQuietly : undefined
}

const sendQuietly: SendText = async ({ url, headers, maxBytes, deadline }) =>
  requestText({ url: new URL(url), headers, maxBytes, signal: deadline.signal })
