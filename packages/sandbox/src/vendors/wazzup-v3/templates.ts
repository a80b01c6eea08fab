import { templateSchema } from '@crm-chat/vendors/wazzup-v3'
import * as z from 'zod'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listTemplates } from '../../store/entities/templates.ts'

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(250).optional(),
  offset: z.coerce.number().int().nonnegative().optional(),
})

/** `GET /v3/templates/whatsapp`. @see API v3, "WhatsApp Business API templates" */
export const templates: Route[] = [
  defineRoute({
    operation: 'wazzup-v3.listTemplates',
    method: 'GET',
    path: '/templates/whatsapp',
    summary: 'List WABA templates',
    query: querySchema,
    answers: { 200: { description: 'The templates.', schema: z.array(templateSchema) } },
    async handle({ account, query, context }) {
      const found = await listTemplates(account.store.database, query)
      return context.json(
        found.map(({ templateGuid, name, status, details }) => ({
          templateGuid,
          accountId: account.accountId,
          name,
          status,
          ...details,
        })),
      )
    },
  }),
]
