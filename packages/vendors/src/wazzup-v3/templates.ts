import * as z from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { send } from '../http/send.ts'
import type { WazzupV3Client } from './client.ts'
import { type ListOptions, listAnswer, storedIdSchema } from './entities.ts'

const textSchema = z.string().nullish()

/** A WABA template, moderated by Meta. */
export const templateSchema = z.looseObject({
  /** `templateId` of `sendMessage`. */
  templateGuid: z.string(),
  /** Text for `sendMessage`: `@template: <id> { [[variable]]; … }`. */
  templateCode: textSchema,
  accountId: storedIdSchema.nullish(),
  title: textSchema,
  name: textSchema,
  waba: z.looseObject({ wabaId: storedIdSchema.nullish(), wabaName: textSchema }).nullish(),
  channels: z.array(z.unknown()).nullish(),
  category: textSchema,
  language: textSchema,
  /** approved, rejected, pending, archived … */
  status: textSchema,
  rejected_reason: textSchema,
  namespace: textSchema,
  components: z
    .array(
      z.looseObject({
        /** HEADER, BODY, FOOTER or BUTTONS. */
        type: z.string(),
        format: textSchema,
        text: textSchema,
        example: z.unknown().optional(),
        buttons: z.array(z.looseObject({ type: z.string(), text: textSchema, url: textSchema })).nullish(),
      }),
    )
    .nullish(),
})
/** A WABA template, moderated by Meta. */
export type Template = z.infer<typeof templateSchema>

/** Endpoint of {@link listTemplates}. */
export const listTemplatesEndpoint = defineEndpoint({
  operation: 'wazzup-v3.listTemplates',
  method: 'GET',
  path: '/v3/templates/whatsapp',
  summary: 'List WABA templates',
  query: z.object({
    limit: z.coerce.number().int().min(1).max(250).optional(),
    offset: z.coerce.number().int().nonnegative().optional(),
  }),
  response: {
    description: 'The templates.',
    schema: z.array(templateSchema),
    accepts: listAnswer(templateSchema),
  },
})

/**
 * Walks through the account's WABA templates (`GET /v3/templates/whatsapp`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see API v3, "WhatsApp Business API templates"
 */
export function listTemplates(client: WazzupV3Client, options: ListOptions = {}): AsyncGenerator<Template> {
  const { offset, signal } = options
  return paginateByOffset({
    offset,
    size: 100,
    fetchPage: (from) => send(client.http, listTemplatesEndpoint, { query: { limit: 100, offset: from }, signal }),
  })
}
