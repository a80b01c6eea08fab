import type { Context } from 'hono'
import { parseJson } from './parseJson.ts'

/** The body as the journal keeps it: JSON, else its text; files are only named. `null` without one. */
export async function readBody(context: Context): Promise<unknown> {
  const { method } = context.req
  if (method === 'GET' || method === 'HEAD') return null
  const type = context.req.header('content-type') ?? ''
  if (/^(multipart|image|audio|video)\/|octet-stream/i.test(type)) return `(${type.split(';')[0]})`
  const text = await context.req.text().catch(() => '')
  return text === '' ? null : parseJson(text)
}
