import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { InvalidOptionError } from '../errors.ts'
import { migrations } from '../migrations.ts'
import type { Statement } from '../openConnection.ts'
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
 * Puts dumped data in the place of all there is.
 * @throws {InvalidOptionError} when it is no dump, or one of a newer sandbox
 */
export async function loadDump(store: Store, given: unknown): Promise<void> {
  const dump = parseDump(given)
  const names = listTables(store)
  const unknown = Object.keys(dump.tables).find((name) => !names.includes(name))
  if (unknown !== undefined)
    throw new InvalidOptionError(`The dump has a table ${JSON.stringify(unknown)}: it is none.`)
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
  begin(store)
  store.changes.publish({ kind: 'reset' })
}

/** Deletes all data of an account. Whoever calls it tells of the reset, once the account has what it begins with. */
export async function emptyTables(store: Store): Promise<void> {
  await settle(store)
  store.connection.execute('PRAGMA foreign_keys = OFF') // Then SQLite drops all rows at once, however many there are.
  try {
    writeAll(store, toDeletes(store))
  } finally {
    store.connection.execute('PRAGMA foreign_keys = ON')
  }
  begin(store)
}

function writeAll({ connection }: Store, statements: Statement[]): void {
  connection.transact(() => {
    for (const statement of statements) connection.write(statement)
  })
}

/** Lets what is under way come to its end in the old data. */
async function settle({ agenda }: Store): Promise<void> {
  agenda.clear()
  await setImmediate()
}

/** Starts out from the new data. */
function begin({ agenda, ids }: Store): void {
  agenda.clear()
  ids.load()
}

/** Newest tables first: they refer to earlier ones. Positions count from 1 again. */
function toDeletes(store: Store): Statement[] {
  const names = [...listTables(store).toReversed(), 'sqlite_sequence']
  return names.map((name) => ({ sql: `DELETE FROM "${name}"` }))
}

/** Tables with data of the account, in the order in which they were made. */
function listTables({ connection }: Store): string[] {
  const sql =
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'settings' ORDER BY rowid"
  return connection.read({ sql }).map(([name]) => String(name))
}

/** Checks what is said to be dumped data. @throws {InvalidOptionError} when it is none, or of a newer sandbox */
export function parseDump(given: unknown): StoreDump {
  const parsed = storeDumpSchema.safeParse(given)
  if (!parsed.success) throw new InvalidOptionError(`This is no dump: ${z.prettifyError(parsed.error).slice(0, 500)}`)
  if (parsed.data.version <= migrations.length) return parsed.data
  throw new InvalidOptionError('The dump was written by a newer version of the sandbox.')
}
