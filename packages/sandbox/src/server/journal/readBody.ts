import type { Context } from 'hono'
import { isFormType, parseForm } from '../http/parseForm.ts'
import { parseJson } from './parseJson.ts'

/** Reads a body for the journal: JSON, the fields of a form, otherwise text; only the media type of a file; `null` without a body. */
export async function readBody(context: Context): Promise<unknown> {
  const { method } = context.req
  if (method === 'GET' || method === 'HEAD') return null
  const type = context.req.header('content-type') ?? ''
  if (/^(multipart|image|audio|video)\/|octet-stream/i.test(type)) return `(${type.split(';')[0]})`
  const text = await context.req.text().catch(() => '')
  if (text === '') return null
  const body = parseJson(text)
  return body === text && isFormType(type) ? (parseForm(text) ?? text) : body
}
