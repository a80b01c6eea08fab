import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'
import { checkRecipient, type Recipient, recipientShape } from './recipient.ts'

const windowChatSchema = z
  .object({ ...recipientShape, name: z.string().max(200).optional() })
  .superRefine(checkRecipient)
const activeChatSchema = z.object({ ...recipientShape, channelId: z.guid().optional() }).superRefine(checkRecipient)

/** Body of `POST /v3/iframe`. */
export const iframeRequestSchema = z
  .object({
    user: z.object({
      id: z.union([z.string().min(1).max(64), z.int().transform(String)]),
      name: z.string().min(1).max(150).optional(),
    }),
    scope: z.enum(['global', 'card']),
    filter: z.array(windowChatSchema).max(100).optional(),
    activeChat: activeChatSchema.optional(),
    options: z
      .object({
        clientType: z.string().max(200).optional(),
        useDealsEvents: z.boolean().optional(),
        useMessageEvents: z.boolean().optional(),
      })
      .optional(),
  })
  .refine((body) => body.scope !== 'card' || (body.filter?.length ?? 0) > 0, {
    path: ['filter'],
    message: 'scope "card" needs a filter of at least one chat',
  })

/** Parameters of {@link createIframe}. */
export type IframeParameters = IframeSettings &
  ({ scope: 'global'; filter?: IframeChat[] } | { scope: 'card'; filter: IframeChat[] })

/** A dialogue of a card, and the name a missing contact is created with. */
export type IframeChat = Recipient & { name?: string }

/** Settings of a chats window, beside its scope. */
export interface IframeSettings {
  /** A user that `saveUsers` has added. Messages go out under `name`, or else under the added name. */
  user: { id: string | number; name?: string }
  /** The dialogue that is open at first, and its channel. */
  activeChat?: Recipient & { channelId?: string }
  options?: {
    /** Name of the CRM; it may be empty. */
    clientType?: string
    /** The window posts `WZ_CREATE_ENTITY` and `WZ_OPEN_ENTITY` for its list of deals. */
    useDealsEvents?: boolean
    /** The window posts an event when a contact is to be created. */
    useMessageEvents?: boolean
  }
}

/** Response of `POST /v3/iframe`. */
export const iframeAnswerSchema = z.looseObject({ url: z.url({ protocol: /^https?$/ }) })
/** A link to the chats window: a credential of its user, to be treated like one. */
export interface IframeResult {
  url: string
}

/** Endpoint of {@link createIframe}. */
export const createIframeEndpoint = defineEndpoint({
  operation: 'wazzup-v3.createIframe',
  method: 'POST',
  path: '/v3/iframe',
  summary: 'Open the chats window',
  body: iframeRequestSchema,
  response: { description: 'A link for one user and scope.', schema: iframeAnswerSchema },
  idempotent: true,
})

/**
 * Creates a link to the chats window (`POST /v3/iframe`), for one user and either all chats or a card's chats. The user
 * must exist and have a role, which only Wazzup's settings assign.
 * @throws {InvalidParametersError} before anything is sent, if the vendor would refuse the body.
 * @throws {VendorAuthError} 403 for a sidecar key.
 * @see API v3, "Chat window (iframe)"
 */
export async function createIframe(
  client: WazzupV3Client,
  parameters: IframeParameters,
  options: CallOptions = {},
): Promise<IframeResult> {
  const { url } = await send(client.http, createIframeEndpoint, { body: parameters, ...options })
  return { url }
}
