import * as z from 'zod'
import { InvalidAnswerError } from '../errors.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { sendChecked } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { fetchMediaEndpoint } from './mediaFile.ts'

/** A file on its way: no more of it is in memory than is on its way. */
export interface MediaStream {
  /** Fails once it is longer than allowed, and when the call's `signal` aborts. */
  body: ReadableStream<Uint8Array>
  /** As the customer's phone named it. */
  mimeType: string
  /** In bytes, where the server says so. */
  size: number | undefined
}

const endpoint = {
  ...fetchMediaEndpoint,
  response: { description: 'The file.', accepts: z.custom<Response>((value) => typeof value === 'object') },
}

/**
 * Gets the file of a message as a stream (`GET /api/media/{message_id}`). Redirects are not followed. Unless the client's `baseUrl`
 * is a private host, nothing is sent to this machine or a local network.
 * @throws {InvalidAnswerError} for a file of more than `max_bytes`.
 * @throws {VendorRequestError} with status 404 for a message that does not exist, or has no file.
 * @see Whatomate, "Media"
 */
export async function openMedia(
  client: WhatomateClient,
  { message_id, max_bytes }: { message_id: string; max_bytes: number },
  { signal }: CallOptions = {},
): Promise<MediaStream> {
  const http = {
    ...client.http,
    maxAnswerBytes: max_bytes,
    fetch: (await client.findMediaFetch()) ?? client.http.fetch,
  }
  const response = await sendChecked(http, endpoint, {
    params: { id: message_id },
    headers: { accept: '*/*' },
    read: (answer) => Promise.resolve(answer),
    signal,
  })
  const length = response.headers.get('content-length')
  const size = length !== null && /^\d{1,15}$/.test(length) ? Number(length) : undefined
  if (size !== undefined && size > max_bytes) {
    await response.body?.cancel()
    throw new InvalidAnswerError(`GET /api/media/:id returned more than ${max_bytes} bytes.`)
  }
  const mimeType = response.headers.get('content-type') ?? 'application/octet-stream'
  return { body: toBody({ response, signal }), mimeType, size }
}

/** The request's own signal ends with its headers: the body is given another link to it. */
function toBody({
  response,
  signal,
}: {
  response: Response
  signal: AbortSignal | undefined
}): ReadableStream<Uint8Array> {
  const body = response.body ?? new Blob([]).stream()
  return body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), signal && { signal })
}
