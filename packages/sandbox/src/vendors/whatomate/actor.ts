import type { Context } from 'hono'
import type { Account } from '../../server/account.ts'
import type { Call } from '../../server/routes/route.ts'
import { type Permission, type Role, roles } from './roles.ts'
import { keyUser, type User } from './users.ts'

/** The user on whose behalf a request acts, and the credential that says so. */
export interface Actor {
  user: User
  credential: 'key' | 'header' | 'cookie'
  /** Session of the credential; empty for a key. */
  sessionId: string
}

const actors = new WeakMap<Context, Actor>()

/** Remembers the user of a request. */
export function setActor(context: Context, actor: Actor): void {
  actors.set(context, actor)
}

/** The user of a request, unless nobody is signed in. */
export function findActor(context: Context): Actor | undefined {
  return actors.get(context)
}

/** The user of an authenticated request. */
export function getActor({ context }: Pick<Call, 'context'>): Actor {
  return findActor(context) ?? { user: keyUser, credential: 'key', sessionId: '' }
}

/** Role of the request's user. With a quirk, the API key belongs to an agent who sees assigned contacts only. */
export function getRole({ account, context }: { account: Account; context: Context }): Role {
  const { user, credential } = getActor({ context })
  const isAgentKey = credential === 'key' && account.quirks.isOn('whatomate.agentKey')
  return isAgentKey ? assignedOnly : user.role
}

const assignedOnly: Role = {
  ...roles.agent,
  permissions: roles.agent.permissions.filter((permission) => permission !== 'contacts:read'),
}

/** Checks a permission of the request's user. */
export function isPermitted(request: { account: Account; context: Context }, permission: Permission): boolean {
  return getRole(request).permissions.includes(permission)
}
