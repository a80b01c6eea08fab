import type { ChatErrorCode } from '../ChatError.ts'

/** Where a chat window stands. `loading` lasts until the vendor's page has loaded. */
export type ChatWindowState =
  | { status: 'idle' }
  | { status: 'loading' }
  | {
      status: 'ready'
      /** The minted link: a credential, never to be logged, stored or shown. */
      url: string
      /** The only origin whose messages are believed. */
      origin: string
      /** ISO 8601, or null where the vendor does not say. */
      expiresAt: string | null
    }
  | {
      status: 'error'
      code: ChatErrorCode
      /** For developers. Never holds the link. */
      message: string
      /** Whether trying again may help. */
      retryable: boolean
      /** To find the request in the CRM's log. */
      requestId: string | undefined
    }
