import { and, eq, like, sql } from 'drizzle-orm'
import * as z from 'zod'
import { InvalidOptionError, SnapshotNotFoundError } from '../errors.ts'
import { settings } from '../schema.ts'
import type { Store } from '../store.ts'
import { createSubscribers } from '../subscribers/createSubscribers.ts'
import { dumpStore, loadDump, parseDump, type StoreDump } from './dumps.ts'

/** A saved state of the account. */
export interface Snapshot {
  name: string
  /** Unix time in milliseconds, by the account's clock. */
  savedAt: number
  /** Length as JSON, in bytes. */
  bytes: number
}

/** The saved states of one account, by name. They survive resets and, with a data file, restarts. */
export interface Snapshots {
  /** Saves the current data, or the given dump. Replaces a snapshot of the same name. @throws {InvalidOptionError} */
  save: (name: string, dump?: unknown) => Promise<Snapshot>
  /** All snapshots, by name. */
  list: () => Promise<Snapshot[]>
  /** The data of a snapshot. @throws {SnapshotNotFoundError} */
  get: (name: string) => Promise<StoreDump>
  /** Replaces the account's data with those of a snapshot. @throws {SnapshotNotFoundError} */
  restore: (name: string) => Promise<void>
  /** @returns false when there is no such snapshot. */
  remove: (name: string) => Promise<boolean>
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** Opens the snapshots of one account. They are stored in the settings table, so a reset keeps them. */
export function createSnapshots(store: Store): Snapshots {
  const { database } = store
  const { notify, subscribe } = createSubscribers()

  async function get(name: string): Promise<StoreDump> {
    const [row] = await database
      .select()
      .from(settings)
      .where(eq(settings.name, prefix + name))
    if (!row) throw new SnapshotNotFoundError(name)
    return savedSchema.parse(JSON.parse(row.value)).dump
  }

  async function list(name?: string): Promise<Snapshot[]> {
    const rows = await database
      .select({ name: settings.name, savedAt, bytes: sql<number>`length(${settings.value})` })
      .from(settings)
      .where(and(like(settings.name, `${prefix}%`), name === undefined ? undefined : eq(settings.name, prefix + name)))
      .orderBy(settings.name)
    return rows.map((row) => ({ ...row, name: row.name.slice(prefix.length) }))
  }

  return {
    get,
    list: () => list(),
    async save(given, dump) {
      const name = parseName(given)
      const snapshot = {
        savedAt: store.clock.now(),
        dump: dump === undefined ? await dumpStore(store) : parseDump(dump),
      }
      const value = JSON.stringify(snapshot)
      await database
        .insert(settings)
        .values({ name: prefix + name, value })
        .onConflictDoUpdate({ target: settings.name, set: { value } })
      notify()
      const [saved] = await list(name)
      if (!saved) throw new SnapshotNotFoundError(name)
      return saved
    },
    restore: async (name) => loadDump(store, await get(name)),
    async remove(name) {
      const removed = await database
        .delete(settings)
        .where(eq(settings.name, prefix + name))
        .returning({ name: settings.name })
      if (removed.length > 0) notify()
      return removed.length > 0
    },
    subscribe,
  }
}

const prefix = 'snapshot:'
const savedAt = sql<number>`json_extract(${settings.value}, '$.savedAt')`
/** A saved dump was valid when it was saved; loading checks it again. */
const savedSchema = z.object({ savedAt: z.number(), dump: z.custom<StoreDump>((value) => typeof value === 'object') })

/** @throws {InvalidOptionError} */
function parseName(name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(name)) return name
  throw new InvalidOptionError(
    `A snapshot cannot be named ${JSON.stringify(name.slice(0, 100))}: use up to 100 letters, digits, spaces, dots, dashes.`,
  )
}
