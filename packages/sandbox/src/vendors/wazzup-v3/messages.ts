import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { deleteMessage, editMessage } from '../../store/entities/messageChanges.ts'
import { respondDone } from './entities.ts'
import { findChangeable } from './findChangeable.ts'
import { messageBodySchema } from './messageBodySchema.ts'
import { isRefusal, refuseBody } from './refuseBody.ts'
import { refuseMessage } from './refuseMessage.ts'
import { sendMessage } from './sendMessage.ts'
import { toLiveRefusal } from './toLiveRefusal.ts'

/** `/v3/message`: sends, edits and deletes messages. A link to a file is followed at once. @see API v3, "Sending messages" */
export const messages: Route[] = [
  defineRoute({
    endpoint: wazzupV3.sendMessage,
    check({ sent, account }) {
      const refusal = refuseMessage(sent)
      return refusal && toLiveRefusal(refusal, account)
    },
    refuseInput: ({ error, account }) => toLiveRefusal(refuseBody(error), account),
    body: messageBodySchema,
    async handle({ account, body, context, refuse }) {
      const sent = await sendMessage({ account, body, context })
      return isRefusal(sent) ? refuse(toLiveRefusal(sent, account)) : context.json(sent, 201)
    },
  }),
  defineRoute({
    endpoint: wazzupV3.editMessage,
    async handle({ account, body: { text, contentUri, crmUserId }, context, refuse }) {
      const messageId = context.req.param('id') ?? ''
      const change = contentUri === undefined ? 'text' : 'content'
      const found = await findChangeable({ store: account.store, messageId, change, crmUserId })
      if (isRefusal(found)) return refuse(found)
      await editMessage(account.store, { messageId, text: text ?? null, content: contentUri ?? null })
      return respondDone({ account, context })
    },
  }),
  defineRoute({
    endpoint: wazzupV3.deleteMessage,
    async handle({ account, context, refuse }) {
      const messageId = context.req.param('id') ?? ''
      const found = await findChangeable({ store: account.store, messageId, change: 'delete' })
      if (isRefusal(found)) return refuse(found)
      await deleteMessage(account.store, messageId)
      return respondDone({ account, context })
    },
  }),
]
