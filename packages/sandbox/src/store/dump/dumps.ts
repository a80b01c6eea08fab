import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { InvalidOptionError } from '../errors.ts'
import { describeIssues } from '../input/describeIssues.ts'
import { explained } from '../input/explainIssue.ts'
import { migrations } from '../migrations.ts'
import type { Statement } from '../openConnection.ts'
import type { Store } from '../store.ts'
import { readRow, rowSchema, toInserts } from './dumpRows.ts'

/** All data of an account as plain JSON, by table; bytes are base64. It does not contain the account's keys. */
export const storeDumpSchema = z.strictObject({
  /** Number of steps of `migrations.ts` that were applied to the data. */
  version: z.int().min(1),
  tables: z.record(z.string(), z.array(rowSchema)),
})
/** All data of an account as plain JSON. */
export type StoreDump = z.output<typeof storeDumpSchema>

/** Dumps all data of an account. */
export async function dumpStore(store: Store): Promise<StoreDump> {
  store.ids.save()
  const tables = store.connection.transact(() => listTables(store).map((name) => [name, readTable(store, name)]))
  return { version: migrations.length, tables: Object.fromEntries(tables) }
}

function readTable({ connection }: Store, name: string): StoreDump['tables'][string] {
  const statement = { sql: `SELECT * FROM "${name}"` }
  const columns = connection.listColumns(statement)
  return connection.read(statement).map((row) => readRow({ columns, row }))
}

/**
 * Replaces all data with those of a dump.
 * @throws {InvalidOptionError} for an invalid dump, or one of a newer sandbox
 */
export async function loadDump(store: Store, given: unknown): Promise<void> {
  const dump = parseDump(given)
  const names = listTables(store)
  const unknown = Object.keys(dump.tables).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new InvalidOptionError(`The dump has an unknown table ${JSON.stringify(unknown)}.`)
  // Oldest tables first: later ones refer to them.
  const inserts = names.flatMap((name) => toInserts(name, dump.tables[name] ?? []))
  await settle(store)
  try {
    writeAll(store, [...toDeletes(store), ...inserts])
  } catch (cause) {
    throw new InvalidOptionError(`The dump cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
  resume(store)
  store.changes.publish({ kind: 'reset' })
}

/** Deletes all data of an account. The caller publishes the reset after it has inserted the initial data. */
export async function emptyTables(store: Store): Promise<void> {
  await settle(store)
  store.connection.execute('PRAGMA foreign_keys = OFF') // Lets SQLite drop all rows of a table at once.
  try {
    writeAll(store, toDeletes(store))
  } finally {
    store.connection.execute('PRAGMA foreign_keys = ON')
  }
  resume(store)
}

function writeAll({ connection }: Store, statements: Statement[]): void {
  connection.transact(() => {
    for (const statement of statements) connection.write(statement)
  })
}

/** Lets running tasks finish on the old data. */
async function settle({ agenda }: Store): Promise<void> {
  agenda.clear()
  await setImmediate()
}

/** Continues with the new data. */
function resume({ agenda, ids }: Store): void {
  agenda.clear()
  ids.load()
}

/** Newest tables first, because they refer to older ones. Positions restart from 1. */
function toDeletes(store: Store): Statement[] {
  const names = [...listTables(store).toReversed(), 'sqlite_sequence']
  return names.map((name) => ({ sql: `DELETE FROM "${name}"` }))
}

/** The tables with the account's data, in the order of their creation. */
function listTables({ connection }: Store): string[] {
  const sql =
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'settings' ORDER BY rowid"
  return connection.read({ sql }).map(([name]) => String(name))
}

/** Validates a dump. @throws {InvalidOptionError} if it is invalid, or of a newer sandbox */
export function parseDump(given: unknown): StoreDump {
  const parsed = storeDumpSchema.safeParse(given, explained)
  if (!parsed.success)
    throw new InvalidOptionError(`The dump is invalid: ${describeIssues({ error: parsed.error, whole: 'dump' })}`)
  if (parsed.data.version <= migrations.length) return parsed.data
  throw new InvalidOptionError('The dump was written by a newer version of the sandbox.')
}
