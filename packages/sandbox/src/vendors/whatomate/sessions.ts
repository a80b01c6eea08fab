import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, lte, sql } from 'drizzle-orm'
import type { Store } from '../../store/store.ts'
import { type StoredSession, whatomateSessions } from './tables.ts'
import { refreshLifetimeS } from './tokenLifetimes.ts'

/** Number of sessions of an organization. A further one ends the oldest. */
const mostSessions = 100

/** Starts a session of a user. */
export async function startSession({ database, clock }: Store, userId: string): Promise<StoredSession> {
  const now = clock.now()
  const session = {
    sessionId: randomBytes(9).toString('base64url'),
    userId,
    refreshId: randomUUID(),
    createdAt: now,
    expiresAt: now + refreshLifetimeS * 1000,
  }
  await database.delete(whatomateSessions).where(lte(whatomateSessions.expiresAt, now))
  await database.insert(whatomateSessions).values(session)
  await database
    .delete(whatomateSessions)
    .where(sql`session_id NOT IN (SELECT session_id FROM whatomate_sessions ORDER BY rowid DESC LIMIT ${mostSessions})`)
  return session
}

/** A session that has not ended. */
export async function getSession({ database, clock }: Store, sessionId: string): Promise<StoredSession | undefined> {
  const [session] = await database.select().from(whatomateSessions).where(eq(whatomateSessions.sessionId, sessionId))
  return session && session.expiresAt > clock.now() ? session : undefined
}

/** Exchanges the session's refresh token for another. @returns nothing if it was exchanged before, or the session has ended */
export async function rotateSession(
  { database, clock }: Store,
  { sessionId, refreshId }: Pick<StoredSession, 'sessionId' | 'refreshId'>,
): Promise<StoredSession | undefined> {
  const [session] = await database
    .update(whatomateSessions)
    .set({ refreshId: randomUUID(), expiresAt: clock.now() + refreshLifetimeS * 1000 })
    .where(and(eq(whatomateSessions.sessionId, sessionId), eq(whatomateSessions.refreshId, refreshId)))
    .returning()
  return session
}

/** Ends a session. */
export async function endSession({ database }: Store, sessionId: string): Promise<void> {
  await database.delete(whatomateSessions).where(eq(whatomateSessions.sessionId, sessionId))
}
