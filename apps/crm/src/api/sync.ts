import * as z from 'zod/mini'
import { recordKinds } from './record.ts'

/** Progress of one kind of records. */
export interface SyncProgress {
  kind: (typeof recordKinds)[number]
  total: number
  /** Saved and rejected ones. */
  done: number
  rejected: number
}

/** A record that the vendor did not take. */
export interface RejectedRecord {
  kind: (typeof recordKinds)[number]
  id: string
  name: string
  /** In the vendor's words, or the proxy's. */
  reason: string
}

/** A sync of users, contacts and deals to the vendor. */
export interface Sync {
  /**
   * - `running`
   * - `stopped` by an administrator; it can be resumed
   * - `failed`: the vendor cannot be reached or refused everything; it can be resumed
   * - `done`
   */
  status: 'running' | 'stopped' | 'failed' | 'done'
  /** Unix time in milliseconds. */
  startedAt: number
  /** Unix time in milliseconds; null while it runs. */
  endedAt: number | null
  /** In the order in which they are saved. Kinds that the vendor does not take are not listed. */
  progress: SyncProgress[]
  /** The first 100. */
  rejected: RejectedRecord[]
  /** With `failed`: the reason, in English. */
  problem: string | null
}

const syncSchema: z.ZodMiniType<Sync> = z.object({
  status: z.enum(['running', 'stopped', 'failed', 'done']),
  startedAt: z.number(),
  endedAt: z.nullable(z.number()),
  progress: z.array(z.object({ kind: z.enum(recordKinds), total: z.number(), done: z.number(), rejected: z.number() })),
  rejected: z.array(z.object({ kind: z.enum(recordKinds), id: z.string(), name: z.string(), reason: z.string() })),
  problem: z.nullable(z.string()),
})

/**
 * Response of `GET /api/sync` (null before the first one), `POST /api/sync` (starts one, or resumes one that has stopped or
 * failed) and `DELETE /api/sync` (stops it). For administrators. A sync survives a restart of the CRM.
 */
export const syncResponseSchema: z.ZodMiniType<{ sync: Sync | null }> = z.object({ sync: z.nullable(syncSchema) })
