import * as z from 'zod'
import { paginateByOffset } from '../http/paginateByOffset.ts'
import { sendRequest } from '../http/sendRequest.ts'
import type { WazzupV3Client } from './client.ts'
import { type ListOptions, listAnswer, storedIdSchema } from './entities.ts'

const textSchema = z.string().nullish()

/** A WABA template, moderated by Meta. */
export const templateSchema = z.looseObject({
  /** What `sendMessage` takes as `templateId`. */
  templateGuid: z.string(),
  /** What `sendMessage` takes as a text: `@template: <id> { [[variable]]; … }`. */
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

/**
 * Walks through the account's WABA templates (`GET /v3/templates/whatsapp`), 100 in one request.
 * @throws {VendorError} one of its subclasses, while walking.
 * @see API v3, "WhatsApp Business API templates"
 */
export function listTemplates(client: WazzupV3Client, options: ListOptions = {}): AsyncGenerator<Template> {
  const { offset, signal } = options
  const path = '/v3/templates/whatsapp'
  const answer = listAnswer(templateSchema)
  return paginateByOffset({
    offset,
    size: 100,
    fetchPage: (from) =>
      sendRequest(client.http, { method: 'GET', path, query: { limit: 100, offset: from }, answer, signal }),
  })
}
