import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { scheduleModeration } from '../../messengers/templates/startModeration.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { saveTemplate } from '../../store/entities/templates.ts'
import { respondData } from './respondData.ts'

/** WABA templates. @see https://wazzup24.com/help/api/templates-waba/ */
export const templates: Route[] = [
  defineRoute({
    endpoint: wazzupTech.createTemplate,
    async handle(call) {
      const { store } = call.account
      const { template, is_draft: isDraft } = call.body
      const { title, waba, ...details } = template
      const status = isDraft ? 'draft' : 'pending'
      const account = { wabaId: waba.waba_id, wabaName: waba.waba_name }
      const row = {
        templateGuid: store.ids.next('template'),
        name: title,
        status,
        details: { title, waba: account, ...details },
      }
      await saveTemplate(store.database, row)
      if (!isDraft) scheduleModeration(store, row)
      return respondData(call, { template_id: row.templateGuid, status })
    },
  }),
]
