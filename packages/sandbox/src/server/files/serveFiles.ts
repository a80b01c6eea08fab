import { Hono } from 'hono'
import { getFile } from '../../store/entities/files.ts'
import type { StoredFile } from '../../store/schema.ts'
import type { Accounts } from '../account.ts'
import { respondError } from '../http/respondError.ts'
import { fileHeaders, isShown } from './fileHeaders.ts'
import { readRange } from './readRange.ts'

/** `GET /files/:fileId/:name`: a file that a customer or a user sent. The id alone grants access, as at the vendor. */
export function serveFiles({ accounts }: { accounts: Accounts }): Hono {
  return new Hono({ strict: false }).get('/:fileId/:name?', async (context) => {
    const file = await findFile(accounts, context.req.param('fileId'))
    if (!file) return respondError(context, noSuchFile)
    const size = file.bytes.length
    const range = readRange(context.req.header('range'), size)
    if (range === null) return context.body(null, 416, { 'content-range': `bytes */${size}` })
    const { first, last } = range ?? { first: 0, last: size - 1 }
    return context.body(Uint8Array.from(file.bytes.subarray(first, last + 1)), range ? 206 : 200, {
      'accept-ranges': 'bytes',
      ...(range && { 'content-range': `bytes ${first}-${last}/${size}` }),
      'content-type': isShown(file.type) ? file.type : 'application/octet-stream',
      ...fileHeaders(file),
      'cache-control': 'private, max-age=31536000, immutable',
    })
  })
}

async function findFile(accounts: Accounts, fileId: string): Promise<StoredFile | undefined> {
  for (const { store } of accounts.list()) {
    const file = await getFile(store, fileId)
    if (file) return file
  }
  return undefined
}

const noSuchFile = { status: 404, code: 'FILE_NOT_FOUND', description: 'There is no file at this address.' } as const
