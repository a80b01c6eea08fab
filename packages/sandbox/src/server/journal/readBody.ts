import type { Context } from 'hono'
import { parseJson } from './parseJson.ts'

/** Reads a body for the journal: JSON, otherwise text; only the media type of a file; `null` without a body. */
export async function readBody(context: Context): Promise<unknown> {
  const { method } = context.req
  if (method === 'GET' || method === 'HEAD') return null
  const type = context.req.header('content-type') ?? ''
  if (/^(multipart|image|audio|video)\/|octet-stream/i.test(type)) return `(${type.split(';')[0]})`
  const text = await context.req.text().catch(() => '')
  return text === '' ? null : parseJson(text)
}
