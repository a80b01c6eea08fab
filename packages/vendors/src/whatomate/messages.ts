import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { contactPath } from './contactPath.ts'
import { doneAnswerSchema, idSchema } from './envelope.ts'
import { interactiveRequestSchema, type MessageParameters, textRequestSchema } from './messageRequest.ts'
import { type SentMessage, sentMessageAnswerSchema } from './sentMessage.ts'

/**
 * Sends a text, buttons, a list or a link (`POST /api/contacts/{id}/messages`). The server checks next to nothing, and
 * cuts or empties what it does not like: it is checked here. It answers before it has sent; outside the 24 hours after
 * the customer's last message WhatsApp refuses later, and the message becomes `failed`.
 * @throws {InvalidParametersError} before sending.
 * @throws {OutcomeUnknownError} when no answer came: the message may have gone out; it is never sent twice.
 * @see Whatomate, "Messages"
 */
export async function sendMessage(
  client: WhatomateClient,
  { contact_id, ...parameters }: MessageParameters,
  options: CallOptions = {},
): Promise<SentMessage> {
  const schema = parameters.type === 'interactive' ? interactiveRequestSchema : textRequestSchema
  return sendRequest(client.http, {
    method: 'POST',
    path: `${contactPath(contact_id)}/messages`,
    body: parseParameters<unknown>(schema, parameters),
    answer: sentMessageAnswerSchema,
    signal: options.signal,
  })
}

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
  const path = `/api/messages/${parseParameters(idSchema, message_id)}/read`
  await sendRequest(client.http, { method: 'PUT', path, answer: doneAnswerSchema, idempotent: true, ...options })
}
