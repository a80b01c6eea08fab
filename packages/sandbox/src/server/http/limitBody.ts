import type { Context, MiddlewareHandler } from 'hono'
import type { Refusal } from './respondError.ts'

/**
 * Refuses bodies above 1 MB with 413, in the vendor's dialect. Imports of data may be larger, and so may Whatomate's
 * documents (100 MB), which it refuses with a text.
 */
export function limitBody(refuse: (context: Context, refusal: Refusal) => Response): MiddlewareHandler {
  return async (context, next) => {
    const whatomate = context.req.path.startsWith('/whatomate/')
    const isImport = /^\/_sandbox\/(import$|snapshots\/)/.test(context.req.path)
    const maxBytes = whatomate ? 101 * 1024 * 1024 : isImport ? 512 * 1024 * 1024 : 1_000_000
    const isWithin = await limit(context, maxBytes)
    if (isWithin) return next()
    if (whatomate) return context.text('Error when parsing request', 400, { connection: 'close' })
    return refuse(context, tooLarge)
  }
}

const tooLarge: Refusal = { status: 413, code: 'BODY_TOO_LARGE', description: 'The body is larger than 1 MB.' }

/** True if the body is within the limit. A body of unknown length is read up to the limit. */
async function limit(context: Context, maxBytes: number): Promise<boolean> {
  const declared = context.req.header('content-length')
  if (declared !== undefined) return Number(declared) <= maxBytes
  const { raw } = context.req
  if (context.req.header('transfer-encoding') === undefined || raw.body === null) return true
  const body = await readUpTo(raw.body, maxBytes)
  if (body === undefined) return false
  const { url, method, headers } = raw
  context.req.raw = new Request(url, { method, headers, body })
  return true
}

async function readUpTo(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<Blob | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > maxBytes) return undefined
    chunks.push(new Uint8Array(chunk))
  }
  return new Blob(chunks)
}
