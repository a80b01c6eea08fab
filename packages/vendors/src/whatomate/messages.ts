import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { send, sendChecked } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { contactParamsSchema } from './contacts.ts'
import { idSchema } from './envelope.ts'
import {
  interactiveRequestSchema,
  type MessageParameters,
  messageRequestSchema,
  textRequestSchema,
} from './messageRequest.ts'
import { type SentMessage, sentMessageAnswerSchema } from './sentMessage.ts'

/** Endpoint of {@link sendMessage}. */
export const sendMessageEndpoint = defineEndpoint({
  operation: 'whatomate.sendMessage',
  method: 'POST',
  path: '/api/contacts/:id/messages',
  summary: 'Send a text, buttons, a list or a link',
  params: contactParamsSchema,
  body: messageRequestSchema,
  response: { description: 'The message, queued.', schema: sentMessageAnswerSchema },
  source: { document: documents.whatomateMessages, section: 'Send a text message to a contact' },
})

/**
 * Sends a text, buttons, a list or a link (`POST /api/contacts/{id}/messages`). The server checks almost nothing, and
 * cuts or drops invalid parts, so they are checked here. It responds before it has sent; more than 24 hours after
 * the customer's last message WhatsApp refuses later, and the message becomes `failed`.
 * @throws {InvalidParametersError} before sending.
 * @throws {OutcomeUnknownError} without a response: the message may have gone out; it is never sent twice.
 * @see Whatomate, "Messages"
 */
export async function sendMessage(
  client: WhatomateClient,
  { contact_id, ...parameters }: MessageParameters,
  options: CallOptions = {},
): Promise<SentMessage> {
  const schema = parameters.type === 'interactive' ? interactiveRequestSchema : textRequestSchema
  const body = parseParameters<unknown>(schema, parameters)
  return sendChecked(client.http, sendMessageEndpoint, { params: { id: contact_id }, body, ...options })
}

/** Endpoint of {@link markMessageRead}. */
export const markMessageReadEndpoint = defineEndpoint({
  operation: 'whatomate.markMessageRead',
  method: 'PUT',
  path: '/api/messages/:id/read',
  summary: 'Mark one message as read: in the documents only',
  params: z.object({ id: idSchema }),
  response: { description: 'The message is read.' },
  idempotent: true,
  source: { document: documents.whatomateMessages, section: 'Mark a message as read' },
})

/**
 * Marks one message as read (`PUT /api/messages/{id}/read`).
 * @throws {VendorUnavailableError} with status 501 on every server seen so far: use {@link markContactRead}.
 * @see Whatomate, "Messages"
 */
export async function markMessageRead(
  client: WhatomateClient,
  { message_id }: { message_id: string },
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, markMessageReadEndpoint, { params: { id: message_id }, ...options })
}
