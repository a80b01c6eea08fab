import type { Redaction } from '../redaction/createRedaction.ts'
import type { FixtureBody } from './fixture.ts'

/** A captured body. */
export interface CapturedBody {
  bytes: Buffer
  /** Its full length; longer than `bytes` if it was cut. */
  length: number
  mediaType: string
}

/** Redacts a body: JSON and forms field by field, a text as a whole; a file keeps its length only. */
export function redactBody({ bytes, length, mediaType }: CapturedBody, redaction: Redaction): FixtureBody {
  if (length === 0) return { kind: 'none' }
  if (length > bytes.length || /^(multipart|image|audio|video|font)\//.test(mediaType)) return { kind: 'bytes', length }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (text.includes('\uFFFD') || /octet-stream|pdf|zip/.test(mediaType)) return { kind: 'bytes', length }
  const json = parseJson(text)
  if (json) return { kind: 'json', value: redaction.value(json.value) }
  if (mediaType === 'application/x-www-form-urlencoded')
    return { kind: 'form', fields: redaction.fields(new URLSearchParams(text)) }
  return { kind: 'text', text: String(redaction.value(text)) }
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
