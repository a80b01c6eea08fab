import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { parseJson } from '../journal/parseJson.ts'

/** A response as it was read for the journal. */
export interface ReadResponse {
  /** Body that the journal keeps: JSON, else text; only the media type of other bodies; `null` without a body. */
  responseBody: unknown
  /** The body if it was read: the response can no longer be read. */
  bytes: Buffer | undefined
}

const decoder = new TextDecoder()

/** Reads a response for the journal. A body that is not text stays unread. */
export async function readResponse(response: Response | undefined): Promise<ReadResponse> {
  if (!response || response === RESPONSE_ALREADY_SENT) return { responseBody: null, bytes: undefined }
  const type = response.headers.get('content-type') ?? ''
  if (!/json|text/.test(type)) return { responseBody: type === '' ? null : `(${type})`, bytes: undefined }
  const bytes = Buffer.from(await response.arrayBuffer())
  return { responseBody: bytes.length === 0 ? null : parseJson(decoder.decode(bytes)), bytes }
}
