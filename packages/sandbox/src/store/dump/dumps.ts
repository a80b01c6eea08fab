import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { InvalidOptionError } from '../errors.ts'
import { migrations } from '../migrations.ts'
import type { Store } from '../store.ts'
import { readRow, rowSchema, toInserts } from './dumpRows.ts'

/** All data of an account as plain JSON, by table; bytes are base64. What opens the account is not in it. */
export const storeDumpSchema = z.strictObject({
  /** Number of steps of `migrations.ts` that were applied to the data. */
  version: z.int().min(1),
  tables: z.record(z.string(), z.array(rowSchema)),
})
/** All data of an account as plain JSON. */
export type StoreDump = z.output<typeof storeDumpSchema>

/** Reads all data of an account. */
export async function dumpStore(store: Store): Promise<StoreDump> {
  await store.ids.save()
  const names = await listTables(store)
  const results = await store.client.batch(
    names.map((name) => `SELECT * FROM "${name}"`),
    'read',
  )
  const tables = names.map((name, index) => {
    const { columns = [], rows = [] } = results[index] ?? {}
    return [name, rows.map((row) => readRow({ columns, row }))]
  })
  return { version: migrations.length, tables: Object.fromEntries(tables) }
}

/**
 * Puts dumped data in the place of all there is.
 * @throws {InvalidOptionError} when it is no dump, or one of a newer sandbox
 */
export async function loadDump(store: Store, given: unknown): Promise<void> {
  const dump = parseDump(given)
  const names = await listTables(store)
  const unknown = Object.keys(dump.tables).find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new InvalidOptionError(`The dump has a table ${JSON.stringify(unknown)}: it is none.`)
  // Oldest tables first: later ones refer to them.
  const inserts = names.flatMap((name) => toInserts(name, dump.tables[name] ?? []))
  await settle(store)
  try {
    await store.client.batch([...(await toDeletes(store)), ...inserts], 'write')
  } catch (cause) {
    throw new InvalidOptionError(`The dump cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
  await begin(store)
  store.changes.publish({ kind: 'reset' })
}

/** Deletes all data of an account. Whoever calls it tells of the reset, once the account has what it begins with. */
export async function emptyTables(store: Store): Promise<void> {
  const deletes = await toDeletes(store)
  await settle(store)
  await store.client.migrate(deletes) // Without foreign keys SQLite drops all rows at once, however many there are.
  await begin(store)
}

/** Lets what is under way come to its end in the old data. */
async function settle({ agenda }: Store): Promise<void> {
  agenda.clear()
  await setImmediate()
}

/** Starts out from the new data. */
async function begin({ agenda, ids }: Store): Promise<void> {
  agenda.clear()
  await ids.load()
}

/** Newest tables first: they refer to earlier ones. Positions count from 1 again. */
async function toDeletes(store: Store): Promise<string[]> {
  const names = await listTables(store)
  return [...names.toReversed().map((name) => `DELETE FROM "${name}"`), 'DELETE FROM sqlite_sequence']
}

/** Tables with data of the account, in the order in which they were made. */
async function listTables({ client }: Store): Promise<string[]> {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'settings' ORDER BY rowid",
  )
  return rows.map(({ name }) => String(name))
}

/** Checks what is said to be dumped data. @throws {InvalidOptionError} when it is none, or of a newer sandbox */
export function parseDump(given: unknown): StoreDump {
  const parsed = storeDumpSchema.safeParse(given)
  if (!parsed.success) throw new InvalidOptionError(`This is no dump: ${z.prettifyError(parsed.error).slice(0, 500)}`)
  if (parsed.data.version <= migrations.length) return parsed.data
  throw new InvalidOptionError('The dump was written by a newer version of the sandbox.')
}
