import type { Whatomate } from '@crm-chat/vendors/whatomate'
import type { BackendMedia } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { findChat } from './conversation.ts'
import type { MediaIds } from './mediaIds.ts'

/** Largest file that is handed over. */
const maxBytes = 50 * 1024 * 1024

/** Files of messages, from the server's own address only and without redirects. */
export function createMedia(connection: Connection<Whatomate>, mediaIds: MediaIds): BackendMedia {
  return {
    async chatOf({ mediaId, signal }) {
      const { contactId } = await mediaIds.read(mediaId)
      return findChat({ connection, contactId, signal })
    },
    async open({ mediaId, signal }) {
      const { messageId } = await mediaIds.read(mediaId)
      const parameters = { message_id: messageId, max_bytes: maxBytes }
      const stream = await connection.call((whatomate) => whatomate.openMedia(parameters, { signal }))
      return { ...stream, name: undefined }
    },
  }
}
