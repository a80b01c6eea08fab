import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { idSchema } from './envelope.ts'

/** Endpoint of {@link fetchMedia}. */
export const fetchMediaEndpoint = defineEndpoint({
  operation: 'whatomate.fetchMedia',
  method: 'GET',
  path: '/api/media/:id',
  summary: 'Get the file of a message',
  params: z.object({ id: idSchema }),
  response: {
    description: 'The file.',
    mediaType: 'application/octet-stream',
    accepts: z.instanceof(Blob),
  },
})

/**
 * Gets the file of a message (`GET /api/media/{message_id}`). A browser cannot load it directly, since it needs the key.
 * Do not serve it as a page of your own: the customer's phone chose its type.
 * @throws {VendorRequestError} with status 404 for a message that does not exist, or has no file.
 * @see Whatomate, "Media"
 */
export async function fetchMedia(
  client: WhatomateClient,
  { message_id }: { message_id: string },
  options: CallOptions = {},
): Promise<Blob> {
  return send(client.http, fetchMediaEndpoint, {
    params: { id: message_id },
    headers: { accept: '*/*' },
    read: (response) => response.blob(),
    ...options,
  })
}
