import { whatomateApp } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getActor, isPermitted } from './actor.ts'
import { paginate } from './paginate.ts'
import { forbidden, refuseWith, respondSuccess } from './respondSuccess.ts'
import { permissions, type Role, roles } from './roles.ts'
import { toTime } from './toContact.ts'
import { splitPermission, toUser } from './toUser.ts'
import { findUser, firstDay, toEmail, users } from './users.ts'
import { isUuid } from './withPerson.ts'

/** Users, roles and teams of the organization. @see Whatomate, "Users", "Roles", "Teams" */
export const staff: Route[] = [
  defineRoute({
    endpoint: whatomateApp.listUsers,
    async handle(call) {
      const { context, query, refuse } = call
      if (!isPermitted(call, 'users:read')) return refuse(forbidden)
      const search = query.search.toLowerCase()
      const found = users.filter((user) => `${user.name} ${toEmail({ ...call, user })}`.toLowerCase().includes(search))
      const { items, position } = paginate(context, found)
      return respondSuccess(call, {
        users: await Promise.all(items.map((user) => toUser({ ...call, user }))),
        ...position,
      })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.fetchUser,
    async handle(call) {
      const { context, refuse } = call
      if (!isPermitted(call, 'users:read')) return refuse(forbidden)
      const userId = context.req.param('id') ?? ''
      if (!isUuid(userId)) return refuse(refuseWith(400, 'Invalid user ID'))
      const user = findUser(userId)
      return user ? respondSuccess(call, await toUser({ ...call, user })) : refuse(refuseWith(404, 'User not found'))
    },
  }),
  defineRoute({
    endpoint: whatomateApp.listRoles,
    handle(call) {
      const { items, position } = paginate(call.context, Object.values(roles).map(toRole))
      return respondSuccess(call, { roles: items, ...position })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.listPermissions,
    handle(call) {
      const { ids } = call.account.store
      return respondSuccess(call, {
        permissions: permissions.toSorted().map((key) => ({
          id: ids.named('permission', key),
          ...splitPermission(key),
          description: '',
          key,
        })),
      })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.listTeams,
    handle(call) {
      const isMember = agents.includes(getActor(call).user)
      const { items, position } = paginate(call.context, isMember || isPermitted(call, 'teams:read') ? [team] : [])
      return respondSuccess(call, { teams: items, ...position })
    },
  }),
]

const agents = users.filter(({ role }) => role === roles.agent)

/** The organization's only team: its agents. */
const team = {
  id: 'c2f8e3d4-9a51-4c7a-9e32-4d6f8b0a2c33',
  name: 'Support',
  description: '',
  assignment_strategy: 'round_robin',
  is_active: true,
  member_count: agents.length,
  created_at: toTime(firstDay),
  updated_at: toTime(firstDay),
}

function toRole(role: Role) {
  const { roleId, name, description } = role
  return {
    id: roleId,
    name,
    description,
    is_system: true,
    is_default: name === 'agent',
    permissions: role.permissions,
    user_count: users.filter((user) => user.role === role).length,
    created_at: toTime(firstDay),
    updated_at: toTime(firstDay),
  }
}
