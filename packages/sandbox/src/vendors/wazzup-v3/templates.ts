import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { toTemplateCode } from '../../messengers/templates/toTemplateCode.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { listTemplates } from '../../store/entities/templates.ts'

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
          ...(status.toLowerCase() === 'approved' && { templateCode: toTemplateCode({ templateGuid, name, details }) }),
          ...details,
        })),
      )
    },
  }),
]
