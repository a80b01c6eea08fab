import { Hono } from 'hono'
import { answerError } from '../server/http/answerError.ts'
import { readJson } from '../server/http/readJson.ts'
import { chatSchema } from '../store/chatTypes.ts'
import { markRead } from '../store/entities/messageStatuses.ts'
import type { Store } from '../store/store.ts'
import { notJson, refuseBody } from '../vendors/wazzup-v2/refuseBody.ts'

/** `POST /_sandbox/simulate/read`: the customer reads what the company wrote. */
export function read({ store }: { store: Store }): Hono {
  return new Hono({ strict: false }).post('/simulate/read', async (context) => {
    const body = await readJson(context)
    if (body === undefined) return answerError(context, notJson)
    const chat = chatSchema.safeParse(body)
    if (!chat.success) return answerError(context, refuseBody(chat.error))
    return context.json({ messageIds: await markRead(store, chat.data) })
  })
}
