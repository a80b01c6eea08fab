import type { ChatErrorCode } from '../ChatError.ts'

/**
 * State of a chat window. `loading` lasts until the vendor's page has loaded. `elsewhere`: another window of the page shows the
 * same chats, and a frame can be in one place only. `empty`: a card without chats, for which nothing is requested.
 */
export type ChatWindowState =
  | { status: 'idle' }
  | { status: 'loading' }
  | { status: 'elsewhere' }
  | { status: 'empty' }
  | {
      status: 'ready'
      /** The minted link: a credential, never to be logged, stored or shown. */
      url: string
      /** The only origin whose messages are accepted. */
      origin: string
      /** ISO 8601, or null where the vendor names no end. */
      expiresAt: string | null
      /**
       * True once it is known that the frame shows the vendor's page. A page cannot look into a frame: while this is false, the
       * frame may show an error instead.
       */
      confirmed: boolean
    }
  | ChatWindowError

/** State of a window that cannot be opened. */
export interface ChatWindowError {
  status: 'error'
  code: ChatErrorCode
  /** Reason for the CRM's users, in English. */
  reason: string
  /** For developers. Never holds the link. */
  message: string
  /** True where a retry may help. */
  retryable: boolean
  /** Identifies the request in the CRM's log. */
  requestId: string | undefined
  /** Address of the page that explains the error, where there is one. */
  help: string | undefined
}
