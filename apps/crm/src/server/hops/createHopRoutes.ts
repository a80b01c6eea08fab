import { Hono } from 'hono'
import { type Actor, mayAdminister } from '../../api/role.ts'
import { ownsChats } from '../contacts/ownsChats.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { Hops, KeptRequest } from './createHops.ts'

/** Creates the route of the hops: a user sees those of their own requests and chats, an administrator all of them. */
export function createHopRoutes({ store, hops }: { store: SessionStore; hops: Hops }): Hono<UserVariables> {
  async function maySee(user: Actor, { userId, chats }: KeptRequest): Promise<boolean> {
    if (mayAdminister(user.role) || userId === user.id) return true
    return userId === null && ownsChats(store.database, { user, chats, access: 'read' })
  }

  return new Hono<UserVariables>().use(requireUser(store)).get('/', async (context) => {
    const { user } = context.var
    const all = hops.list()
    const visible = await Promise.all(all.map((request) => maySee(user, request)))
    const requests = all
      .filter((_, index) => visible[index])
      .slice(0, maxShown)
      .map(({ requestId, operation, code, hops: own }) => ({ requestId, operation, code, hops: own }))
    return context.json({ requests })
  })
}

const maxShown = 50
