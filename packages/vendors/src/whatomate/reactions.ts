import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, idSchema } from './envelope.ts'
import { type Message, reactionsSchema } from './message.ts'

/** Response of `POST /api/contacts/{id}/messages/{message_id}/reaction`: all reactions there are now. */
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

/** Endpoint of {@link sendReaction}. */
export const sendReactionEndpoint = defineEndpoint({
  operation: 'whatomate.sendReaction',
  method: 'POST',
  path: '/api/contacts/:id/messages/:message_id/reaction',
  summary: 'React to a message, or take a reaction back',
  params: z.object({ id: idSchema, message_id: idSchema }),
  body: z.object({ emoji: z.string().max(32) }),
  response: { description: 'The reactions there are now.', accepts: reactionAnswerSchema },
  idempotent: true,
})

/**
 * Reacts to a message, or takes the reaction back (`POST /api/contacts/{id}/messages/{message_id}/reaction`).
 * @returns all reactions to it.
 * @throws {VendorRequestError} with status 404 for a message that does not exist.
 * @see Whatomate, "Messages"
 */
export async function sendReaction(
  client: WhatomateClient,
  { contact_id, message_id, emoji }: ReactionParameters,
  options: CallOptions = {},
): Promise<Message['reactions']> {
  const params = { id: contact_id, message_id }
  return send(client.http, sendReactionEndpoint, { params, body: { emoji }, ...options })
}
