import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { idSchema } from './envelope.ts'

/**
 * Gets the file of a message (`GET /api/media/{message_id}`). A browser cannot load it by itself, for it needs the key.
 * Do not serve it as a page of your own: its type is whatever the customer's phone said.
 * @throws {VendorRequestError} with status 404 for a message that is not there, or has no file.
 * @see Whatomate, "Media"
 */
export async function fetchMedia(
  client: WhatomateClient,
  { message_id }: { message_id: string },
  options: CallOptions = {},
): Promise<Blob> {
  return sendRequest(client.http, {
    method: 'GET',
    path: `/api/media/${parseParameters(idSchema, message_id)}`,
    headers: { accept: '*/*' },
    read: (response) => response.blob(),
    answer: z.instanceof(Blob),
    ...options,
  })
}
