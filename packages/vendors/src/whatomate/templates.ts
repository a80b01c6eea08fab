import * as z from 'zod'
import { documents } from '../documents.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import { beginsWithTrunk8, trunk8Problem } from '../trunk8.ts'
import type { WhatomateClient } from './client.ts'
import { idSchema } from './envelope.ts'
import { type SentMessage, sentMessageAnswerSchema } from './sentMessage.ts'

const valuesSchema = z.record(z.string().regex(/^\w{1,100}$/), z.string())

/** Body of `POST /api/messages/template`: one contact or phone number, one template by name or id. */
export const templateMessageRequestSchema = z
  .object({
    contact_id: idSchema.optional(),
    phone_number: z
      .string()
      .regex(/^\d{7,15}$/, 'a phone number is 7 to 15 digits, digits only: the server uses it as it is')
      .refine((phone) => !beginsWithTrunk8(phone), trunk8Problem)
      .optional(),
    template_name: z.string().min(1).optional(),
    template_id: idSchema.optional(),
    /** By name, or by position from "1". */
    template_params: valuesSchema.optional(),
    /** By number of the button, from "0". */
    button_params: z.record(z.string().regex(/^\d{1,2}$/, 'a button is named by its number'), z.string()).optional(),
    header_params: valuesSchema.optional(),
    account_name: z.string().min(1).optional(),
  })
  .refine((body) => (body.contact_id === undefined) !== (body.phone_number === undefined), {
    message: 'give either contact_id or phone_number',
  })
  .refine((body) => (body.template_name === undefined) !== (body.template_id === undefined), {
    message: 'give either template_name or template_id',
  })

/** Parameters of {@link sendTemplate}. */
export type TemplateMessageParameters = {
  /** Values of the variables, by name or by position from `"1"`. */
  template_params?: Record<string, string> | undefined
  /** Values of dynamic links, by number of the button from `"0"`. */
  button_params?: Record<string, string> | undefined
  header_params?: Record<string, string> | undefined
  /** WhatsApp account to send from. @default the template's, else the contact's */
  account_name?: string | undefined
} & (
  | { contact_id: string; phone_number?: undefined }
  /** A contact is created where there is none. Digits only. */
  | { phone_number: string; contact_id?: undefined }
) &
  ({ template_name: string; template_id?: undefined } | { template_id: string; template_name?: undefined })

/** Endpoint of {@link sendTemplate}. */
export const sendTemplateEndpoint = defineEndpoint({
  operation: 'whatomate.sendTemplate',
  method: 'POST',
  path: '/api/messages/template',
  summary: 'Send a template to a contact or a phone number',
  body: templateMessageRequestSchema,
  response: { description: 'The message, queued.', schema: sentMessageAnswerSchema },
  source: { document: documents.whatomateMessages, section: 'Send a pre-approved template message' },
})

/**
 * Sends an approved template (`POST /api/messages/template`): the only way to write first, or after 24 hours.
 * @throws {VendorRequestError} e.g. for a template that is not approved, or lacks a variable's value.
 * @throws {OutcomeUnknownError} without a response: the message may have gone out; it is never sent twice.
 * @see Whatomate, "Messages"
 */
export async function sendTemplate(
  client: WhatomateClient,
  parameters: TemplateMessageParameters,
  options: CallOptions = {},
): Promise<SentMessage> {
  return send(client.http, sendTemplateEndpoint, { body: parameters, ...options })
}
