import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { chatSchema, namedChatSchema, userIdSchema } from './chats.ts'
import type { WazzupV2Client } from './client.ts'

/** Body of `POST /v2/iframe`. The documents show `activeChat` as an object and as a list of one: both are read. */
export const iframeRequestSchema = z
  .object({
    user: z.object({ id: userIdSchema, name: z.string().min(1).max(150) }),
    scope: z.enum(['global', 'card']),
    filter: z.array(namedChatSchema).max(100).optional(),
    activeChat: z
      .union([
        chatSchema,
        z
          .array(chatSchema)
          .max(1)
          .transform((list) => list[0]),
      ])
      .optional(),
  })
  .refine((body) => body.scope !== 'card' || (body.filter?.length ?? 0) > 0, {
    path: ['filter'],
    message: 'scope "card" needs a filter of at least one chat',
  })

/** Parameters of {@link createIframe}. */
export type IframeParameters = z.input<typeof iframeRequestSchema>

/** Response of `POST /v2/iframe`. */
export const iframeAnswerSchema = z.object({ url: z.url() })
/** A link to the chats window: a credential of its user, to be treated like one. */
export type IframeResult = z.infer<typeof iframeAnswerSchema>

/** Endpoint of {@link createIframe}. */
export const createIframeEndpoint = defineEndpoint({
  operation: 'wazzup-v2.createIframe',
  method: 'POST',
  path: '/v2/iframe',
  summary: 'Open the chats window',
  body: iframeRequestSchema,
  response: { description: 'A link for one user and scope.', schema: iframeAnswerSchema },
  idempotent: true,
  source: { document: documents.crmApiV2, section: 'Opening the Chats window' },
})

/**
 * Creates a link to the chats window (`POST /v2/iframe`), for one user and either all chats or a card's chats.
 * @throws {InvalidParametersError} before sending, if the vendor would refuse the body.
 * @see CRM API V2, "Opening the Chats window"
 */
export async function createIframe(
  client: WazzupV2Client,
  parameters: IframeParameters,
  options: CallOptions = {},
): Promise<IframeResult> {
  return send(client.http, createIframeEndpoint, { body: parameters, ...options })
}
