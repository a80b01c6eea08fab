import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WazzupTechClient } from './client.ts'
import { vendorIdSchema } from './ids.ts'

const templateComponentSchema = z.object({
  type: z.enum(['HEADER', 'BODY', 'FOOTER', 'BUTTONS']),
  format: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT']).optional(),
  text: z.string().min(1).max(1_024).optional(),
  example: z.array(z.string()).optional(),
  buttons: z
    .array(z.object({ type: z.string().min(1), text: z.string().min(1).max(25), url: z.url().optional() }))
    .max(10)
    .optional(),
})

/** Body of `POST /v2/templates/waba`. */
export const templateRequestSchema = z.object({
  template: z.object({
    title: z.string().min(1),
    waba: z.object({ waba_id: z.string().min(1), waba_name: z.string().min(1) }),
    channels: z.array(vendorIdSchema).min(1),
    category: z.enum(['MARKETING', 'UTILITY']),
    language: z.string().min(2),
    components: z.array(templateComponentSchema).min(1),
    tricky_templates_priority: z.unknown().optional(),
  }),
  is_draft: z.boolean(),
})
/** Parameters of {@link createTemplate}: a WABA template, to be approved by Meta, or kept as a draft. */
export type TemplateParameters = z.input<typeof templateRequestSchema>

/** Response of `POST /v2/templates/waba`: its shape is unknown, so it is returned unchanged. */
export const templateAnswerSchema = z
  .object({ data: z.unknown().optional() })
  .transform(({ data }) => data)
  .or(z.undefined())

/** Endpoint of {@link createTemplate}. */
export const createTemplateEndpoint = defineEndpoint({
  operation: 'wazzup-tech.createTemplate',
  method: 'POST',
  path: '/v2/templates/waba',
  summary: 'Create a WABA template',
  body: templateRequestSchema,
  response: {
    description: 'Handed to Meta, or kept as a draft.',
    schema: z.object({ data: z.object({ template_id: z.string(), status: z.string() }) }),
    accepts: templateAnswerSchema,
  },
})

/**
 * Creates a WABA template (`POST /v2/templates/waba`) and submits it to Meta, or keeps it as a draft. The outcome comes
 * with the webhook `waba_template.status_update`.
 * @throws {OutcomeUnknownError} without a response: the template may exist.
 * @see https://wazzup24.com/help/api/templates-waba/
 */
export async function createTemplate(
  client: WazzupTechClient,
  parameters: TemplateParameters,
  options: CallOptions = {},
): Promise<unknown> {
  return send(client.http, createTemplateEndpoint, { body: parameters, ...options })
}
