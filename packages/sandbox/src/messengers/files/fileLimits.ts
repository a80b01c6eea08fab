import type { Transport } from '../../store/transports.ts'
import type { FileKind } from './detectFileType.ts'

/** What a messenger takes of one kind of file. */
export interface FileLimit {
  maxBytes: number
  /** Media types, where not all are taken. */
  types?: RegExp
}

const megabyte = 1024 * 1024

/** No file that comes through an API may be larger, whatever the messenger would take. */
export const maxFileBytes = 10 * megabyte

/**
 * What messengers take less of than the API. WABA's are Meta's for WhatsApp's cloud API, Instagram's those of its
 * messaging API, and a Telegram bot's those for photos that it is given by their link.
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

/** What may be sent of one kind of file through a channel. */
export function getFileLimit({ transport, kind }: { transport: Transport; kind: FileKind }): FileLimit {
  return limits[transport]?.[kind] ?? { maxBytes: maxFileBytes }
}
