import { whatomateApp } from '@crm-chat/vendors/endpoints'
import { VendorAuthError, VendorRequestError } from '@crm-chat/vendors/wazzup-v2'
import * as z from 'zod'
import type { Account } from '../../config/account.ts'
import { describeError } from '../../describeError.ts'
import { clients } from '../clients.ts'
import { type CheckResult, found, notChecked, passed } from '../finding.ts'
import { request } from '../request.ts'
import type { Setup } from '../setup.ts'
import { vendorUrl } from '../vendors.ts'

type RoleParameters = { account: Account; key: string; setup: Setup }

/** Checks that users may see chats, as far as the vendor tells. A key that it refuses is reported elsewhere. */
export async function checkRoles(setup: Setup): Promise<CheckResult> {
  const { account } = setup
  if (!account) return notChecked('Roles: the configuration keeps its key to itself.')
  try {
    return await checks[account.vendor]({ account, setup, key: await account.key() })
  } catch (error) {
    return notChecked(`Roles: the vendor did not tell (${describeError(error)}).`)
  }
}

const checks: Record<Account['vendor'], (parameters: RoleParameters) => Promise<CheckResult>> = {
  'wazzup-v2': async () => rolesAreHidden,
  'wazzup-v3': checkUpload,
  'wazzup-tech': checkTechRoles,
  whatomate: checkPermissions,
}

const rolesAreHidden = notChecked(
  'Roles: this API of Wazzup does not show them. A user without a role in a channel sees no chats and has a counter of 0; ' +
    'roles are given in the account at Wazzup.',
)

/** API v3 shows no roles, but whether a user was uploaded. */
async function checkUpload({ account, key, setup: { userId, options } }: RoleParameters): Promise<CheckResult> {
  if (userId === undefined || options.ensureUser === true) return rolesAreHidden
  try {
    await clients['wazzup-v3']({ account, key }).fetchUser(userId)
    return rolesAreHidden
  } catch (error) {
    if (error instanceof VendorAuthError) return notChecked('Roles: the key does not show users.')
    if (!(error instanceof VendorRequestError) || error.status !== 404) throw error
    return found(unknownUser(userId))
  }
}

function unknownUser(userId: string) {
  return {
    code: 'user-unknown',
    what: `Wazzup does not know the user ${userId}.`,
    why: 'A user who was never uploaded gets no chat window, and a counter of 0.',
    fix: 'Set ensureUser: true in the configuration, or upload your users with saveUsers().',
  }
}

/** The tech API lists the roles of all users. */
async function checkTechRoles({ account, key, setup: { userId } }: RoleParameters): Promise<CheckResult> {
  const wazzup = clients['wazzup-tech']({ account, key })
  const { user_roles: roles = [] } = await wazzup.fetchSettings()
  const withRole = new Set(roles.map((role) => String(role.user_id)))
  const wanted = userId === undefined ? await listUserIds(wazzup) : [userId]
  const without = wanted.filter((id) => !withRole.has(id))
  if (wanted.length === 0) return notChecked('Roles: the account has no users yet.')
  if (without.length === 0) return passed
  const [names, rest] = [without.slice(0, 5).join(', '), without.length - 5]
  return found({
    code: 'role-missing',
    what: `No role in any channel: user ${names}${rest > 0 ? ` and ${rest} more` : ''}.`,
    why: 'A user without a role sees "no role selected" in place of chats, and has a counter of 0.',
    fix: 'Give the user a role in the channels, in the account at Wazzup or with PATCH /v2/settings: seller, manager or auditor.',
  })
}

/** Most users that are looked at. */
const maxUsers = 1_000

async function listUserIds(wazzup: ReturnType<(typeof clients)['wazzup-tech']>): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of wazzup.listUsers()) {
    ids.push(String(id))
    if (ids.length >= maxUsers) break
  }
  return ids
}

const meSchema = z.object({
  data: z.object({
    full_name: z.string().optional(),
    is_super_admin: z.boolean().optional(),
    role: z.object({
      name: z.string(),
      permissions: z.array(z.union([z.string(), z.object({ resource: z.string(), action: z.string() })])),
    }),
  }),
})

/** A key of Whatomate acts as the person who made it. Older servers name the role only. */
async function checkPermissions({ account, key, setup }: RoleParameters): Promise<CheckResult> {
  const url = new URL(`${vendorUrl(account).replace(/\/+$/, '')}${whatomateApp.fetchMe.path}`)
  const { status, text } = await request(url, { headers: { 'x-api-key': key }, fetch: account.fetch })
  if (status !== 200) return notChecked(`Roles: the server responded to GET /api/me with ${status}.`)
  const me = meSchema.safeParse(JSON.parse(text))
  if (!me.success) return notChecked('Roles: the server does not list permissions.')
  const { is_super_admin: mayEverything, role } = me.data.data
  const granted = role.permissions.map((one) => (typeof one === 'string' ? one : `${one.resource}:${one.action}`))
  const needed = ['contacts:read', ...(setup.options.webhooks ? ['webhooks:read', 'webhooks:write'] : [])]
  const missing = needed.filter((permission) => !granted.includes(permission))
  if (mayEverything === true || missing.length === 0) return passed
  return found({
    code: 'permission-missing',
    what: `The key acts as a user with the role "${role.name}", which lacks ${missing.join(', ')}.`,
    why: 'Without contacts:read pages show the chats of that one user only; without webhooks:write no webhook can be registered.',
    fix: 'Make the key as a user whose role has these permissions, e.g. an administrator, or add them to the role.',
  })
}
