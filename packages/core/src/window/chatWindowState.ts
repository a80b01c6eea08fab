import type { ChatErrorCode } from '../ChatError.ts'

/** State of a chat window. `loading` lasts until the vendor's page has loaded. */
export type ChatWindowState =
  | { status: 'idle' }
  | { status: 'loading' }
  | {
      status: 'ready'
      /** The minted link: a credential, never to be logged, stored or shown. */
      url: string
      /** The only origin whose messages are accepted. */
      origin: string
      /** ISO 8601, or null where the vendor names no end. */
      expiresAt: string | null
    }
  | {
      status: 'error'
      code: ChatErrorCode
      /** For developers. Never holds the link. */
      message: string
      /** True where a retry may help. */
      retryable: boolean
      /** Identifies the request in the CRM's log. */
      requestId: string | undefined
    }
