import * as z from 'zod'
import { countCharacters } from '../countCharacters.ts'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { type Chat, chatIdSchema, chatTypeSchema, checkChatId } from './chats.ts'
import type { WazzupV2Client } from './client.ts'

const textSchema = z
  .string()
  .min(1)
  .refine((text) => countCharacters(text) <= 10_000, 'a text has 10,000 characters at most')

/** Body of `POST /v2/send_message`: a text of up to 10,000 characters, or a link to a file, not both. */
export const messageRequestSchema = z
  .object({
    channelId: z.guid(),
    chatType: chatTypeSchema,
    chatId: chatIdSchema,
    text: textSchema.optional(),
    content: z.url({ protocol: /^https?$/ }).optional(),
    refMessageId: z.string().min(1).optional(),
  })
  .refine((body) => (body.text === undefined) !== (body.content === undefined), {
    message: 'give either text or content',
  })

/** Parameters of {@link sendMessage}: a text of up to 10,000 characters, or a link to a file. */
export type MessageParameters = Chat & {
  /** The channel to send through, a UUID. */
  channelId: string
  /** The message to quote: the vendor's id of it. */
  refMessageId?: string
} & ({ text: string; content?: never } | { content: string; text?: never })

/** Response of `POST /v2/send_message`. */
export const messageAnswerSchema = z.object({ messageId: z.string().min(1) })
/** The id that later status webhooks carry. */
export type MessageResult = z.infer<typeof messageAnswerSchema>

/** Endpoint of {@link sendMessage}. */
export const sendMessageEndpoint = defineEndpoint({
  operation: 'wazzup-v2.sendMessage',
  method: 'POST',
  path: '/v2/send_message',
  summary: 'Send a message',
  body: messageRequestSchema.superRefine(checkChatId),
  response: { status: 201, description: 'The message is accepted.', schema: messageAnswerSchema },
  source: { document: documents.crmApiV2, section: 'Sending messages' },
})

/**
 * Sends a text or a file (`POST /v2/send_message`, response 201).
 * @throws {InvalidParametersError} before anything is sent, if the vendor would refuse the message.
 * @throws {OutcomeUnknownError} without a response: the message may have gone out; it is never sent twice.
 * @throws {VendorRequestError} with the vendor's code, e.g. `CHANNEL_NOT_FOUND`: see `errorCodes`.
 * @see CRM API V2, "Sending messages"
 */
export async function sendMessage(
  client: WazzupV2Client,
  parameters: MessageParameters,
  options: CallOptions = {},
): Promise<MessageResult> {
  return send(client.http, sendMessageEndpoint, { body: parameters, ...options })
}
