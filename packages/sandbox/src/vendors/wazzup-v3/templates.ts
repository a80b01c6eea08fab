import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import * as z from 'zod'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listTemplates } from '../../store/entities/templates.ts'

const _querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(250).optional(),
  offset: z.coerce.number().int().nonnegative().optional(),
})

/** `GET /v3/templates/whatsapp`. @see API v3, "WhatsApp Business API templates" */
export const templates: Route[] = [
  defineRoute({
    endpoint: wazzupV3.listTemplates,
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
