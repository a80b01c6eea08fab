import { and, eq, like, sql } from 'drizzle-orm'
import * as z from 'zod'
import { createSubscribers } from '../createSubscribers.ts'
import { InvalidOptionError, SnapshotNotFoundError } from '../errors.ts'
import { settings } from '../schema.ts'
import type { Store } from '../store.ts'
import { dumpStore, loadDump, parseDump, type StoreDump } from './dumps.ts'

/** A state of the account that is kept under a name. */
export interface Snapshot {
  name: string
  /** Unix time in milliseconds, by the account's clock. */
  savedAt: number
  /** Length as JSON, in bytes. */
  bytes: number
}

/** The states of one account that are kept by name. They outlive resets, and restarts with a data file. */
export interface Snapshots {
  /** Keeps the data as it is now, or the given one; a snapshot of the same name is replaced. @throws {InvalidOptionError} */
  save: (name: string, dump?: unknown) => Promise<Snapshot>
  /** The names in the order of the alphabet. */
  list: () => Promise<Snapshot[]>
  /** The data of a snapshot. @throws {SnapshotNotFoundError} */
  get: (name: string) => Promise<StoreDump>
  /** Puts the data of a snapshot in the place of the account's. @throws {SnapshotNotFoundError} */
  restore: (name: string) => Promise<void>
  /** @returns false when there is no such snapshot. */
  remove: (name: string) => Promise<boolean>
  /** @returns a function that ends the subscription. */
  subscribe: (listener: () => void) => () => void
}

/** Opens the snapshots of one account. They lie among the settings, which are no data of the account. */
export function createSnapshots(store: Store): Snapshots {
  const { database } = store
  const { notify, subscribe } = createSubscribers()

  async function get(name: string): Promise<StoreDump> {
    const [row] = await database
      .select()
      .from(settings)
      .where(eq(settings.name, prefix + name))
    if (!row) throw new SnapshotNotFoundError(name)
    return keptSchema.parse(JSON.parse(row.value)).dump
  }

  async function list(only?: string): Promise<Snapshot[]> {
    const rows = await database
      .select({ name: settings.name, savedAt, bytes: sql<number>`length(${settings.value})` })
      .from(settings)
      .where(and(like(settings.name, `${prefix}%`), only === undefined ? undefined : eq(settings.name, prefix + only)))
      .orderBy(settings.name)
    return rows.map(({ name, ...rest }) => ({ name: name.slice(prefix.length), ...rest }))
  }

  return {
    get,
    list: () => list(),
    async save(given, dump) {
      const name = parseName(given)
      const kept = { savedAt: store.clock.now(), dump: dump === undefined ? await dumpStore(store) : parseDump(dump) }
      const value = JSON.stringify(kept)
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
const keptSchema = z.object({ savedAt: z.number(), dump: z.custom<StoreDump>((value) => typeof value === 'object') })

/** @throws {InvalidOptionError} */
function parseName(name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(name)) return name
  throw new InvalidOptionError(
    `A snapshot cannot be named ${JSON.stringify(name.slice(0, 100))}: use up to 100 letters, digits, spaces, dots, dashes.`,
  )
}
