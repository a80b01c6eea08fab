import { Hono } from 'hono'
import { chatSchema } from '../store/chatTypes.ts'
import { markRead } from '../store/entities/messageStatuses.ts'
import type { Store } from '../store/store.ts'
import { readInput } from './readInput.ts'

/** `POST /_sandbox/simulate/read`: the customer reads what the company wrote. */
export function read({ store }: { store: Store }): Hono {
  return new Hono({ strict: false }).post('/simulate/read', async (context) => {
    const input = await readInput(context, chatSchema)
    if (!input.ok) return input.refusal
    return context.json({ messageIds: await markRead(store, input.body) })
  })
}
