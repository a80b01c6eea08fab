import type { FileStore } from '@crm-chat/proxy'
import { type FileFolder, keepMs } from './openFileFolder.ts'

/** Time for which the vendor can fetch a file. */
export const linkMs = 24 * 60 * 60 * 1_000

/**
 * Keeps the files of messages for the chat proxy, behind links at which the vendor fetches them for a day. For a month the CRM itself
 * reads them, where no other link is known.
 */
export function createFileStore({
  folder,
  address,
  now,
}: {
  folder: FileFolder
  /** Returns the address under which the vendor reaches the CRM. */
  address: () => string
  now: () => number
}): FileStore {
  const base = (): string => `${address().replace(/\/$/, '')}/files/`
  return {
    async storeFile({ bytes, name, mimeType }) {
      const id = await folder.keep({ bytes, name, mimeType })
      return { url: `${base()}${id}/${encodeURIComponent(name)}`, expiresAt: new Date(now() + linkMs).toISOString() }
    },
    async readFile(url) {
      const [id = ''] = url.startsWith(base()) ? url.slice(base().length).split('/') : []
      return folder.read({ id, maxAgeMs: keepMs })
    },
  }
}
