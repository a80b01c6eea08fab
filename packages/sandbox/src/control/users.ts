import { Hono } from 'hono'
import * as z from 'zod'
import { respondError } from '../server/http/respondError.ts'
import { chatSchema } from '../store/chatTypes.ts'
import { markAllReplied, markReplied } from '../store/entities/replied.ts'
import { everyChannel, listRoles, saveRoles } from '../store/entities/roles.ts'
import { countRecentUnanswered, countUnanswered } from '../store/entities/unanswered.ts'
import { listUsers } from '../store/entities/users.ts'
import type { Store } from '../store/store.ts'
import { readInput } from './readInput.ts'

const roleSchema = z.strictObject({
  role: z.enum(['seller', 'manager', 'auditor', 'none']),
  /** @default every channel without a role of its own */
  channelId: z.string().min(1).max(100).default(everyChannel),
  /** Shows a seller the customers without a responsible user. */
  allowGetNewClients: z.boolean().default(true),
})

/**
 * Users and their unanswered messages: `GET /users`, `PUT /users/:id/role` (the vendor sets roles on its own pages only),
 * `POST /unanswered/clear` for "no reply needed" in one chat, `POST /unanswered/reset` for the whole account.
 */
export function users({ store }: { store: Store }): Hono {
  return new Hono({ strict: false })
    .get('/users', async (context) => {
      const found = await listUsers(store.database)
      const roles = await listRoles(store.database)
      return context.json({ users: await Promise.all(found.map((user) => describe(store, user))), roles })
    })
    .put('/users/:id/role', async (context) => {
      const input = await readInput(context, roleSchema)
      if (!input.ok) return input.refusal
      await saveRoles(store, [{ userId: context.req.param('id'), ...input.body }])
      return context.json({ roles: await listRoles(store.database) })
    })
    .post('/unanswered/clear', async (context) => {
      const input = await readInput(context, chatSchema)
      if (!input.ok) return input.refusal
      return (await markReplied(store, input.body))
        ? context.json({ cleared: true })
        : respondError(context, noSuchChat)
    })
    .post('/unanswered/reset', async (context) => {
      await markAllReplied(store)
      return context.json({ cleared: true })
    })
}

async function describe(store: Store, { id, name }: { id: string; name: string }): Promise<Record<string, unknown>> {
  const { count, tone } = await countRecentUnanswered(store, id)
  return { id, name, unanswered: await countUnanswered(store.database, id), recent: { count, tone } }
}

const noSuchChat = { status: 404, code: 'CHAT_NOT_FOUND', description: 'There is no such chat.' } as const
