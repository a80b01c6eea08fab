import type { Account, Accounts } from '../../server/account.ts'
import { getOrganization } from './organization.ts'
import type { Permission, Role } from './roles.ts'
import { toTime } from './toContact.ts'
import { firstDay, getUser, toEmail, type User } from './users.ts'

/** Converts a user for responses. */
export async function toUser({ accounts, account, user }: { accounts: Accounts; account: Account; user: User }) {
  const { awaySince, settings, updatedAt } = await getUser(account.store, user)
  const { userId, name, role } = user
  return {
    id: userId,
    email: toEmail({ accounts, account, user }),
    full_name: name,
    role_id: role.roleId,
    role: account.quirks.isOn('whatomate.bodyTokens') ? role.name : toRole(role),
    is_active: true,
    is_available: awaySince === null,
    is_super_admin: role.name === 'admin',
    is_member: false, // The organization is every user's own.
    organization_id: getOrganization(account.store).organizationId,
    settings,
    created_at: toTime(firstDay),
    updated_at: toTime(updatedAt),
  }
}

function toRole({ roleId, name, description, permissions }: Role) {
  return { id: roleId, name, description, is_system: true, permissions: permissions.map(toPermission) }
}

/** A user's permissions have no ids, because the server reads them from its cache. */
function toPermission(permission: Permission) {
  return { id: '00000000-0000-0000-0000-000000000000', ...splitPermission(permission) }
}

/** Splits `chat.assign:write` into resource and action. */
export function splitPermission(permission: Permission): { resource: string; action: string } {
  const [resource = '', action = ''] = permission.split(':')
  return { resource, action }
}
