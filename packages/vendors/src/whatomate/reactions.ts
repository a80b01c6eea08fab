import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { parseParameters } from '../http/parseParameters.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WhatomateClient } from './client.ts'
import { contactPath } from './contactPath.ts'
import { enveloped, idSchema } from './envelope.ts'
import { type Message, reactionsSchema } from './message.ts'

/** Answer of `POST /api/contacts/{id}/messages/{message_id}/reaction`: all reactions there are now. */
export const reactionAnswerSchema: z.ZodType<Message['reactions']> = enveloped(
  z.looseObject({ reactions: reactionsSchema }).transform(({ reactions }) => reactions),
)

/** Parameters of {@link sendReaction}. */
export interface ReactionParameters {
  contact_id: string
  message_id: string
  /** Empty takes the reaction back. */
  emoji: string
}

/**
 * Reacts to a message, or takes the reaction back (`POST /api/contacts/{id}/messages/{message_id}/reaction`).
 * @returns all reactions to it.
 * @throws {VendorRequestError} with status 404 for a message that is not there.
 * @see Whatomate, "Messages"
 */
export async function sendReaction(
  client: WhatomateClient,
  { contact_id, message_id, emoji }: ReactionParameters,
  options: CallOptions = {},
): Promise<Message['reactions']> {
  const path = `${contactPath(contact_id)}/messages/${parseParameters(idSchema, message_id)}/reaction`
  const body = parseParameters(z.object({ emoji: z.string().max(32) }), { emoji })
  return sendRequest(client.http, {
    method: 'POST',
    path,
    body,
    answer: reactionAnswerSchema,
    idempotent: true,
    ...options,
  })
}
