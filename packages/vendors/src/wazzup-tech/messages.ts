import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { type Attachment, attachmentSchema } from './attachment.ts'
import { chatIdSchema } from './chats.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedOne } from './envelope.ts'
import { userIdSchema, vendorIdSchema } from './ids.ts'
import { type MessageParameters, messageRequestSchema } from './messageRequest.ts'

/** Response of `POST /v2/messages`. The documents' sample has a number for `chat_id`; it is read as a string. */
export const messageAnswerSchema = envelopedOne(z.object({ request_id: z.string().min(1), chat_id: chatIdSchema }))
/** Accepted message: the vendor's id of the request, and the chat. The message's own id comes by webhook. */
export type MessageResult = z.output<typeof messageAnswerSchema>

/** Response of `PATCH` and `DELETE /v2/messages/{message_id}`. */
export const messageChangeAnswerSchema = envelopedOne(
  z.object({ message_id: z.string().min(1), chat_id: chatIdSchema }),
)
/** The message that was edited or deleted, and its chat. */
export type MessageChange = z.output<typeof messageChangeAnswerSchema>

/** Body of `PATCH /v2/messages/{message_id}`: a text, or a file. */
export const messageEditRequestSchema = z
  .object({
    text: z.string().min(1).max(10_000).optional(),
    attachment: attachmentSchema.optional(),
    crm_user_id: userIdSchema.optional(),
  })
  .refine((body) => (body.text === undefined) !== (body.attachment === undefined), {
    message: 'give either text or attachment',
  })

/** Parameters of {@link editMessage}. `message_id` is the one from the webhook, not the `request_id` of the send. */
export type MessageEditParameters = { message_id: string; crm_user_id?: string | number | undefined } & (
  | { text: string; attachment?: undefined }
  | { attachment: Attachment; text?: undefined }
)

/** Endpoint of {@link sendMessage}. */
export const sendMessageEndpoint = defineEndpoint({
  operation: 'wazzup-tech.sendMessage',
  method: 'POST',
  path: '/v2/messages',
  summary: 'Send a message',
  body: messageRequestSchema,
  response: { description: 'Taken in; the outcome comes with message.status_update.', schema: messageAnswerSchema },
  source: { document: documents.techMessages, section: 'Sending a Message' },
})

/**
 * Sends a text, a file or a template (`POST /v2/messages`). The vendor only accepts it: the outcome and the message's
 * own id come with the webhook `message.status_update`.
 * @throws {InvalidParametersError} before sending, if the vendor would refuse the message or drop a part of it.
 * @throws {OutcomeUnknownError} without a response: the message may have gone out; it is never sent twice.
 * @see https://wazzup24.com/help/api/messages/ "Sending a Message"
 */
export async function sendMessage(
  client: WazzupTechClient,
  parameters: MessageParameters,
  options: CallOptions = {},
): Promise<MessageResult> {
  return send(client.http, sendMessageEndpoint, { body: parameters, ...options })
}

/** Endpoint of {@link editMessage}. */
export const editMessageEndpoint = defineEndpoint({
  operation: 'wazzup-tech.editMessage',
  method: 'PATCH',
  path: '/v2/messages/:message_id',
  summary: 'Edit a message, within 15 minutes',
  params: z.object({ message_id: vendorIdSchema }),
  body: messageEditRequestSchema,
  response: { description: 'The message was edited.', schema: messageChangeAnswerSchema },
  idempotent: true,
  source: { document: documents.techMessages, section: 'Edit a Message' },
})

/**
 * Replaces a message's text or file (`PATCH /v2/messages/{message_id}`), within 15 minutes of its delivery, on WhatsApp
 * Web (text only), Telegram, Telegram Bot, MAX and MAX bot (not with a keyboard).
 * @throws {VendorRequestError} when the channel cannot edit, or it is too late.
 * @see https://wazzup24.com/help/api/messages/ "Edit a Message"
 */
export async function editMessage(
  client: WazzupTechClient,
  { message_id, ...parameters }: MessageEditParameters,
  options: CallOptions = {},
): Promise<MessageChange> {
  return send(client.http, editMessageEndpoint, { params: { message_id }, body: parameters, ...options })
}

/** Endpoint of {@link deleteMessage}. */
export const deleteMessageEndpoint = defineEndpoint({
  operation: 'wazzup-tech.deleteMessage',
  method: 'DELETE',
  path: '/v2/messages/:message_id',
  summary: 'Delete a message for both sides',
  params: z.object({ message_id: vendorIdSchema }),
  response: { description: 'The message was deleted.', schema: messageChangeAnswerSchema },
  idempotent: true,
  source: { document: documents.techMessages, section: 'Delete a Message' },
})

/**
 * Deletes a message for both sides (`DELETE /v2/messages/{message_id}`), on WhatsApp, Telegram, Telegram Bot, MAX and MAX
 * bot. The chats window shows it on, marked as deleted.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/messages/ "Delete a Message"
 */
export async function deleteMessage(
  client: WazzupTechClient,
  { message_id }: { message_id: string },
  options: CallOptions = {},
): Promise<MessageChange> {
  return send(client.http, deleteMessageEndpoint, { params: { message_id }, ...options })
}
