import { messageAnswerSchema, messageRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import { findSendObstacle } from '../channels/findSendObstacle.ts'
import { defineRoute, type Route } from '../routes/route.ts'
import { addAnswer } from '../store/addAnswer.ts'
import { refuseMessage } from './refuseMessage.ts'

/** `POST /v2/send_message`, answered 201. A link to a file is kept, never followed. @see CRM API V2, "Sending messages" */
export const messages: Route[] = [
  defineRoute({
    operation: 'wazzup-v2.sendMessage',
    method: 'POST',
    path: '/send_message',
    summary: 'Send a message',
    check: ({ body }) => refuseMessage(body),
    body: messageRequestSchema,
    answers: { 201: { description: 'The message is accepted.', schema: messageAnswerSchema } },
    async handle({ account, body, context, refuse }) {
      const obstacle = await findSendObstacle(account.store.database, body)
      if (obstacle) return refuse(obstacle)
      const { messageId } = await addAnswer(account.store, body)
      return context.json({ messageId }, 201)
    },
  }),
]
