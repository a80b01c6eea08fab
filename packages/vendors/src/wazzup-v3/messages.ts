import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { send, sendChecked } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'
import { contentUriSchema, type MessageParameters, messageRequestSchema } from './messageRequest.ts'

/** Response of `POST /v3/message`. */
export const messageAnswerSchema = z.looseObject({
  messageId: z.string().min(1),
  chatId: z.union([z.string(), z.number().transform(String)]).nullish(),
})

/** Accepted message. */
export interface MessageResult {
  /** The id that later status webhooks carry. */
  messageId: string
  /** The dialogue, also where the recipient was a username or a phone number. */
  chatId?: string
}

/** Endpoint of {@link sendMessage}. */
export const sendMessageEndpoint = defineEndpoint({
  operation: 'wazzup-v3.sendMessage',
  method: 'POST',
  path: '/v3/message',
  summary: 'Send a message',
  body: messageRequestSchema,
  response: { status: 201, description: 'The message is accepted.', schema: messageAnswerSchema },
  source: { document: documents.v3Messages, section: 'Request examples' },
})

/**
 * Sends a text, a file or a template (`POST /v3/message`, response 201). Without a `crmMessageId` it is sent only
 * once. With one it is retried after a lost connection, a 5xx or a 429: the vendor knows the id for a minute.
 * @throws {InvalidParametersError} before anything is sent, if the vendor would refuse or cut the message.
 * @throws {OutcomeUnknownError} without a response: the message may have gone out.
 * @throws {VendorRequestError} with a code of `messageErrorCodes`; `REPEATED_CRM_MESSAGE_ID` means that a message with
 *   this `crmMessageId` went out before, possibly in an earlier attempt of this call. Its id comes in a webhook.
 * @see API v3, "Sending messages"
 * @example
 * await wazzup.sendMessage({ channelId, chatType: 'whatsapp', chatId: '79998887766', text: 'Hello', crmMessageId: 'm-7' })
 */
export async function sendMessage(
  client: WazzupV3Client,
  parameters: MessageParameters,
  options: CallOptions = {},
): Promise<MessageResult> {
  const body = parseParameters(messageRequestSchema, parameters)
  const { messageId, chatId } = await sendChecked(client.http, sendMessageEndpoint, {
    body,
    idempotencyKey: body.crmMessageId,
    idempotencyWindowMs: 50_000,
    ...options,
  })
  return { messageId, ...(chatId ? { chatId } : {}) }
}

/** Body of `PATCH /v3/message/{id}`. */
export const messageEditSchema = z
  .object({
    text: z
      .string()
      .min(1)
      .refine((text) => countCharacters(text) <= 10_000, 'a text has 10,000 characters at most')
      .optional(),
    contentUri: contentUriSchema.optional(),
    crmUserId: z.string().min(1).max(100).optional(),
  })
  .refine((body) => (body.text === undefined) !== (body.contentUri === undefined), 'give either text or contentUri')

/** Parameters of {@link editMessage}. */
export type MessageEditParameters = { messageId: string; crmUserId?: string } & (
  | { text: string; contentUri?: never }
  | { contentUri: string; text?: never }
)

/** Endpoint of {@link editMessage}. */
export const editMessageEndpoint = defineEndpoint({
  operation: 'wazzup-v3.editMessage',
  method: 'PATCH',
  path: '/v3/message/:id',
  summary: 'Change a message that was sent',
  body: messageEditSchema,
  response: { description: 'The message is changed.' },
  idempotent: true,
})

/**
 * Changes a message that was sent (`PATCH /v3/message/{id}`), where the messenger can.
 * @throws {VendorRequestError} e.g. `MESSAGES_EDITING_TIME_EXPIRED`, `CHANNEL_INVALID_TRANSPORT_FOR_EDITING`.
 * @see API v3, "Editing messages"
 */
export async function editMessage(
  client: WazzupV3Client,
  { messageId, ...change }: MessageEditParameters,
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, editMessageEndpoint, { params: { id: messageId }, body: change, ...options })
}

/** Endpoint of {@link deleteMessage}. */
export const deleteMessageEndpoint = defineEndpoint({
  operation: 'wazzup-v3.deleteMessage',
  method: 'DELETE',
  path: '/v3/message/:id',
  summary: 'Take back a message that was sent',
  response: { description: 'The message is taken back.' },
  idempotent: true,
})

/**
 * Deletes a message that was sent, also at the recipient's (`DELETE /v3/message/{id}`), where the messenger can.
 * @throws {VendorRequestError} e.g. `MESSAGES_DELETION_TIME_EXPIRED`, `CHANNEL_INVALID_TRANSPORT_FOR_DELETION`.
 * @see API v3, "Deleting messages"
 */
export async function deleteMessage(
  client: WazzupV3Client,
  messageId: string,
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, deleteMessageEndpoint, { params: { id: messageId }, ...options })
}
