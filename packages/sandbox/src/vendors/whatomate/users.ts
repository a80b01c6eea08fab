import { eq } from 'drizzle-orm'
import type { Account, Accounts } from '../../server/account.ts'
import type { Store } from '../../store/store.ts'
import { type Role, roles } from './roles.ts'
import { whatomateUsers } from './tables.ts'

/** A user who can sign in. */
export interface User {
  userId: string
  name: string
  /** E-mail address before the `@`. */
  mailbox: string
  role: Role
}

/** A user, and what has changed since the first day. */
export interface UserNow extends User {
  /** Time at which the user went away. */
  awaySince: number | null
  settings: Record<string, unknown>
  updatedAt: number
}

/** The administrator, on whose behalf the API key acts. */
export const keyUser: User = {
  userId: '5f0c7a1e-2b3d-4c5e-8f90-a1b2c3d4e5f6',
  name: 'Administrator',
  mailbox: 'admin',
  role: roles.admin,
}

/** The users of every organization, who cannot be added or removed. */
export const users: User[] = [
  keyUser,
  { userId: '6a1d8b2f-3c4e-4d6f-9aa1-b2c3d4e5f607', name: 'Maria Lopez', mailbox: 'maria', role: roles.agent },
  { userId: '7b2e9c30-4d5f-4e70-8bb2-c3d4e5f60718', name: 'Ivan Petrov', mailbox: 'ivan', role: roles.agent },
]

/** Password of all users: as public as the sandbox's keys. */
export const password = 'sandbox-password'

/** E-mail address of a user: `admin@example.com`, or `admin@<number of the account>.example.com` in an added account. */
export function toEmail({ accounts, account, user }: { accounts: Accounts; account: Account; user: User }): string {
  const subdomain = account === accounts.default ? '' : `${account.accountId}.`
  return `${user.mailbox}@${subdomain}example.com`
}

/** Finds the account and user of an e-mail address. */
export function findByEmail(accounts: Accounts, email: string): { account: Account; user: User } | undefined {
  const wanted = email.trim().toLowerCase()
  return accounts
    .list()
    .flatMap((account) => users.map((user) => ({ account, user })))
    .find(({ account, user }) => toEmail({ accounts, account, user }) === wanted)
}

/** A user by id. */
export function findUser(userId: string): User | undefined {
  return users.find((user) => user.userId === userId)
}

/** A user as of now. */
export async function getUser({ database }: Store, user: User): Promise<UserNow> {
  const [changed] = await database.select().from(whatomateUsers).where(eq(whatomateUsers.userId, user.userId))
  return { awaySince: null, settings: {}, updatedAt: firstDay, ...changed, ...user }
}

/** Changes a user; missing fields stay. */
export async function changeUser(
  store: Store,
  { user, ...set }: { user: User } & Partial<Pick<UserNow, 'awaySince' | 'settings'>>,
): Promise<UserNow> {
  const { awaySince, settings } = { ...(await getUser(store, user)), ...set }
  const values = { userId: user.userId, awaySince, settings, updatedAt: store.clock.now() }
  await store.database
    .insert(whatomateUsers)
    .values(values)
    .onConflictDoUpdate({ target: whatomateUsers.userId, set: values })
  return { ...values, ...user }
}

/** Time at which organization and users were created. */
export const firstDay = Date.UTC(2026, 0, 1)
