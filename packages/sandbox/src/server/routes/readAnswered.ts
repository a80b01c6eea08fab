import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { parseJson } from '../journal/parseJson.ts'

/** The body of a response. */
export interface Answered {
  /** What the journal keeps: JSON, else the text; only the media type of anything else; `null` without a body. */
  answer: unknown
  /** The body if it was read: the response no longer has it. */
  bytes: Buffer | undefined
}

const decoder = new TextDecoder()

/** Reads a response for the journal. A body that is not text stays unread. */
export async function readAnswered(response: Response | undefined): Promise<Answered> {
  if (!response || response === RESPONSE_ALREADY_SENT) return { answer: null, bytes: undefined }
  const type = response.headers.get('content-type') ?? ''
  if (!/json|text/.test(type)) return { answer: type === '' ? null : `(${type})`, bytes: undefined }
  const bytes = Buffer.from(await response.arrayBuffer())
  return { answer: bytes.length === 0 ? null : parseJson(decoder.decode(bytes)), bytes }
}
