import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { idSchema } from './envelope.ts'
import { type SentMessage, sentMessageAnswerSchema } from './sentMessage.ts'

const megabyte = 1024 * 1024

/** Limits of WhatsApp for each kind of file: bytes, and MIME types if they are restricted. */
export const mediaLimits = {
  image: { bytes: 5 * megabyte, types: /^image\/(jpeg|png)$/ },
  video: { bytes: 16 * megabyte, types: /^video\/(mp4|3gpp)$/ },
  audio: { bytes: 16 * megabyte, types: /^audio\/(aac|mpeg|mp3|ogg|mp4|amr)$/ },
  document: { bytes: 100 * megabyte, types: /./ },
} as const
/** A kind of file. */
export type MediaType = keyof typeof mediaLimits

const mediaShape = {
  contact_id: idSchema,
  type: z.enum(['image', 'video', 'audio', 'document']),
  caption: z
    .string()
    .refine((caption) => countCharacters(caption) <= 1_024, 'a caption has 1,024 characters at most')
    .optional(),
  whatsapp_account: z.string().min(1).optional(),
}

/** JSON body of `POST /api/messages/media`, as the older documents show it. */
export const mediaLinkRequestSchema = z.object({ ...mediaShape, media_url: z.url({ protocol: /^https?$/ }) })

const mediaFileSchema = z
  .object({ ...mediaShape, file: z.instanceof(Blob), filename: z.string().min(1).max(255).optional() })
  .superRefine(({ type, file }, context) => {
    const { bytes, types } = mediaLimits[type]
    const mime = file.type.split(';')[0] ?? ''
    if (file.size === 0) context.addIssue({ code: 'custom', path: ['file'], message: 'the file is empty' })
    if (file.size > bytes) {
      context.addIssue({
        code: 'custom',
        path: ['file'],
        message: `has more than ${bytes} bytes, the limit for ${type}`,
      })
    }
    if (!types.test(mime))
      context.addIssue({
        code: 'custom',
        path: ['file'],
        message: `WhatsApp does not accept "${mime}" as ${type}`,
      })
  })

/** Parameters of {@link sendMedia}: a file, or, for servers of 2025 by their documents, a link to one. */
export type MediaParameters = {
  contact_id: string
  type: MediaType
  caption?: string | undefined
  /** Name of the WhatsApp account to send from. */
  whatsapp_account?: string | undefined
} & (
  | { file: Blob; filename?: string | undefined; media_url?: undefined }
  | { media_url: string; file?: undefined; filename?: undefined }
)

/** Endpoint of {@link sendMedia}. */
export const sendMediaEndpoint = defineEndpoint({
  operation: 'whatomate.sendMedia',
  method: 'POST',
  path: '/api/messages/media',
  summary: 'Send a file',
  response: { description: 'The message, queued.', schema: sentMessageAnswerSchema },
  source: { document: documents.whatomateMessages, section: 'Send an image, video, document, or audio message' },
})

/**
 * Sends a file (`POST /api/messages/media`), as a form. Servers accept 4 MiB in one request by default.
 * @throws {InvalidParametersError} before sending, for a size or type that WhatsApp would refuse without the server reporting it.
 * @throws {VendorRequestError} for a `media_url` on a server that wants a form ("Invalid multipart form").
 * @throws {OutcomeUnknownError} without a response: the file may have gone out; it is never sent twice.
 * @see Whatomate, "Messages"
 */
export async function sendMedia(
  client: WhatomateClient,
  parameters: MediaParameters,
  options: CallOptions = {},
): Promise<SentMessage> {
  const body =
    parameters.file === undefined
      ? parseParameters(mediaLinkRequestSchema, parameters)
      : toForm(parseParameters(mediaFileSchema, parameters))
  return send(client.http, sendMediaEndpoint, { body, ...options })
}

function toForm({ file, filename, ...fields }: z.output<typeof mediaFileSchema>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(name, value)
  }
  form.append('file', file, filename ?? fields.type)
  return form
}
