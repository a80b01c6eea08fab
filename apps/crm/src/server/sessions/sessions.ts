import { createHash, randomBytes } from 'node:crypto'
import { and, eq, getTableColumns, gt, lte } from 'drizzle-orm'
import type { User } from '../../api/user.ts'
import { type Database, sessions, users } from '../store/schema.ts'

/** Lifetime of a login: a working day. */
export const sessionLifetimeMs = 12 * 60 * 60 * 1000

/** The database and the clock of sessions. */
export interface SessionStore {
  database: Database
  /** Unix time in milliseconds. */
  now: () => number
}

/** A new session. */
export interface NewSession {
  /** For the browser's cookie; stored nowhere else. */
  id: string
  user: User
}

/** Logs a user in; null for an unknown user. */
export async function createSession({ database, now }: SessionStore, userId: string): Promise<NewSession | null> {
  const [user] = await database.select().from(users).where(eq(users.id, userId))
  if (!user) return null
  const id = randomBytes(32).toString('base64url')
  await database.delete(sessions).where(lte(sessions.expiresAt, now()))
  await database.insert(sessions).values({ idHash: toHash(id), userId, expiresAt: now() + sessionLifetimeMs })
  return { id, user }
}

/** Returns the user of a session; null for an expired or unknown one. */
export async function getSessionUser({ database, now }: SessionStore, id: string): Promise<User | null> {
  const [user] = await database
    .select(getTableColumns(users))
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.idHash, toHash(id)), gt(sessions.expiresAt, now())))
  return user ?? null
}

/** Logs a user out in one browser. */
export async function endSession({ database }: SessionStore, id: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.idHash, toHash(id)))
}

function toHash(id: string): string {
  return createHash('sha256').update(id).digest('base64url')
}
