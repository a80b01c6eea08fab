import { templateRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import * as z from 'zod'
import { scheduleModeration } from '../../messengers/templates/startModeration.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { saveTemplate } from '../../store/entities/templates.ts'
import { answerData } from './answerData.ts'
import { refuseUnknown } from './refuseUnknown.ts'

/** WABA templates. @see https://wazzup24.com/help/api/templates-waba/ */
export const templates: Route[] = [
  defineRoute({
    operation: 'wazzup-tech.createTemplate',
    method: 'POST',
    path: '/templates/waba',
    summary: 'Create a WABA template',
    body: templateRequestSchema,
    check: refuseUnknown({ schema: templateRequestSchema }),
    answers: {
      200: {
        description: 'Handed to Meta, or kept as a draft.',
        schema: z.object({ data: z.object({ template_id: z.string(), status: z.string() }) }),
      },
    },
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
      return answerData(call, { template_id: row.templateGuid, status })
    },
  }),
]
