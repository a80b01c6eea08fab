import { type TemplateList, templateListSchema } from '@crm-chat/protocol'
import { need } from './need.ts'
import { defineOperation } from './operation.ts'

/** `GET /templates`. */
export const templates = defineOperation<undefined, TemplateList>({
  access: 'user',
  repetition: 'safe',
  capability: 'templates',
  isOffered: ({ backend }) => backend.templates !== undefined,
  output: templateListSchema,
  run: async ({ context, request }) => ({
    templates: await need(context.backend.templates).list({ signal: request.signal() }),
  }),
})
