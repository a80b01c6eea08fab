import { Hono } from 'hono'
import { linkMs } from './createFileStore.ts'
import type { FileFolder } from './openFileFolder.ts'

/**
 * Serves the files of messages to the vendor, who has no login: whoever knows a link may fetch it, for a day. No browser runs or
 * shows one as a page of the CRM.
 */
export function createFileRoutes(folder: FileFolder): Hono {
  return new Hono()
    .get('/:id/:name', async (context) => {
      const file = await folder.read({ id: context.req.param('id'), maxAgeMs: linkMs })
      if (!file) return context.text('There is no such file.', 404, headers)
      return context.body(Uint8Array.from(file.bytes), 200, {
        ...headers,
        'content-type': file.mimeType,
        'content-disposition': `attachment; filename*=UTF-8''${encode(file.name)}`,
      })
    })
    .all('*', (context) => context.text('There is no such file.', 404, headers))
}

const headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
}

/** RFC 8187 has fewer plain characters than an address. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
