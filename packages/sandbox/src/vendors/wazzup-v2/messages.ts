import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import { messageRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import { findSendObstacle } from '../../messengers/sending/findSendObstacle.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { addReply } from '../../store/entities/addReply.ts'
import { refuseMessage } from './refuseMessage.ts'
import { toV2Refusal } from './toV2.ts'

/** `POST /v2/send_message`, which responds 201. A link to a file is followed at once. @see CRM API V2, "Sending messages" */
export const messages: Route[] = [
  defineRoute({
    endpoint: wazzupV2.sendMessage,
    check: ({ sent }) => refuseMessage(sent),
    body: messageRequestSchema,
    async handle({ account, body, context, refuse }) {
      const { store, allowPrivateAddresses: allowPrivate } = account
      const obstacle = await findSendObstacle(store, { ...body, allowPrivate })
      if (obstacle) return refuse(toV2Refusal(obstacle))
      const { messageId } = await addReply(store, body)
      return context.json({ messageId }, 201)
    },
  }),
]
