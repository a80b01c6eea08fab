import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { send } from '../http/send.ts'
import type { WhatomateClient } from './client.ts'
import { enveloped, textOrNoneSchema } from './envelope.ts'

const templateSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Only an `APPROVED` one can be sent. */
  status: z.string(),
  category: textOrNoneSchema,
  language: textOrNoneSchema,
  /** `TEXT`, or the kind of the file there. */
  header_type: textOrNoneSchema,
  header_content: textOrNoneSchema,
  body_content: textOrNoneSchema,
  footer_content: textOrNoneSchema,
  buttons: z
    .array(z.looseObject({ type: z.string().catch(''), text: textOrNoneSchema, url: textOrNoneSchema }))
    .nullish()
    .catch(undefined),
})
/** A template of the organization. */
export type Template = z.output<typeof templateSchema>

/** Response of `GET /api/templates`. */
export const templatesAnswerSchema = enveloped(
  z.looseObject({ templates: z.array(templateSchema), total: z.number().int().nonnegative().optional() }),
)

const pageSize = 100

/** Endpoint of {@link listTemplates}. */
export const listTemplatesEndpoint = defineEndpoint({
  operation: 'whatomate.listTemplates',
  method: 'GET',
  path: '/api/templates',
  summary: 'List the templates',
  response: { description: 'All templates.', accepts: templatesAnswerSchema },
})

/**
 * Walks through the templates of the organization, approved or not (`GET /api/templates`).
 * @throws {VendorError} one of its subclasses.
 * @see Whatomate, "Templates"
 */
export function listTemplates(client: WhatomateClient, options: CallOptions = {}): AsyncGenerator<Template> {
  return paginateByOffset({
    size: pageSize,
    async fetchPage(offset) {
      const { templates, total } = await send(client.http, listTemplatesEndpoint, {
        query: { page: Math.floor(offset / pageSize) + 1, limit: pageSize },
        signal: options.signal,
      })
      return { items: templates, total: total ?? offset + templates.length }
    },
  })
}
