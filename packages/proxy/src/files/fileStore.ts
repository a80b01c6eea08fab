import type { OutgoingFile } from '../backend.ts'
import type { ChatUser } from '../identity/chatUser.ts'

/** Place where the CRM keeps files until their messages are sent. */
export interface FileStore {
  /**
   * Keeps a file and returns a link at which the vendor can fetch it, without a redirect: short-lived, and not to be
   * guessed. The file was checked: its type is what its bytes are.
   */
  storeFile: (file: OutgoingFile & { user: ChatUser }) => Promise<{
    url: string
    /** ISO 8601, or null for a link that does not end. */
    expiresAt: string | null
  }>
  /**
   * Returns the file of such a link; undefined for any other link, which must not be fetched: users choose it. Needed for vendors that
   * take files and no links, e.g. Whatomate, and to open a file that was sent until the vendor's own link is known.
   */
  readFile?: (url: string) => Promise<OutgoingFile | undefined>
}
