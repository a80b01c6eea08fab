import type { Transport } from '../../store/transports.ts'
import type { FileKind } from './detectFileType.ts'

/** Limits of a messenger for one kind of file. */
export interface FileLimit {
  maxBytes: number
  /** Accepted media types, if not all are. */
  types?: RegExp
}

const megabyte = 1024 * 1024

/** Largest file that the APIs accept, for any messenger. */
export const maxFileBytes = 10 * megabyte

/**
 * Limits stricter than the API's. WABA's are Meta's for the WhatsApp cloud API, Instagram's are those of its
 * messaging API, and a Telegram bot's are those for photos sent by link.
 */
const limits: Partial<Record<Transport, Partial<Record<FileKind, FileLimit>>>> = {
  wapi: {
    image: { maxBytes: 5 * megabyte, types: /^image\/(jpeg|png)$/ },
    video: { maxBytes: maxFileBytes, types: /^video\/(mp4|3gpp)$/ },
    audio: { maxBytes: maxFileBytes, types: /^audio\/(aac|amr|mpeg|mp4|ogg)$/ },
  },
  instagram: {
    image: { maxBytes: 8 * megabyte, types: /^image\/(jpeg|png|gif)$/ },
    document: { maxBytes: maxFileBytes, types: /^application\/pdf$/ },
  },
  telegram: { image: { maxBytes: 5 * megabyte } },
}

/** The limits for one kind of file in a channel. */
export function getFileLimit({ transport, kind }: { transport: Transport; kind: FileKind }): FileLimit {
  return limits[transport]?.[kind] ?? { maxBytes: maxFileBytes }
}
