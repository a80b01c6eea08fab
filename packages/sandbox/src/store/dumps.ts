import type { InStatement, InValue } from '@libsql/client'
import * as z from 'zod'
import { InvalidOptionError } from '../errors.ts'
import { migrations } from './migrations.ts'
import type { Store } from './openStore.ts'

const cellSchema = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })])

/** All data of an account as plain JSON, by table; bytes are base64. What opens the account is not in it. */
export const storeDumpSchema = z.strictObject({
  /** How many steps of `migrations.ts` the data has been through. */
  version: z.int().min(1),
  tables: z.record(z.string(), z.array(z.record(z.string(), cellSchema))),
})
/** All data of an account as plain JSON. */
export type StoreDump = z.output<typeof storeDumpSchema>

/** Reads all data of an account. */
export async function dumpStore(store: Store): Promise<StoreDump> {
  const names = await listTables(store)
  const results = await store.client.batch(
    names.map((name) => `SELECT * FROM "${name}"`),
    'read',
  )
  const tables = names.map((name, index) => {
    const { columns = [], rows = [] } = results[index] ?? {}
    return [name, rows.map((row) => Object.fromEntries(columns.map((column) => [column, toCell(row[column])])))]
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
  const inserts = names.flatMap((name) => (dump.tables[name] ?? []).map((row) => toInsert(name, row)))
  try {
    await store.client.batch([...(await toDeletes(store)), ...inserts], 'write')
  } catch (cause) {
    throw new InvalidOptionError(`The dump cannot be loaded: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
  store.changes.publish({ kind: 'reset' })
}

/** Deletes all data of an account. */
export async function emptyTables(store: Store): Promise<void> {
  await store.client.batch(await toDeletes(store), 'write')
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

function toInsert(name: string, row: Record<string, z.output<typeof cellSchema>>): InStatement {
  const columns = Object.keys(row)
  const quoted = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
  return {
    sql: `INSERT INTO "${name}" (${quoted}) VALUES (${columns.map(() => '?').join(', ')})`,
    args: Object.values(row).map(toValue),
  }
}

function toCell(value: unknown): z.output<typeof cellSchema> {
  if (value instanceof ArrayBuffer) return { base64: Buffer.from(value).toString('base64') }
  if (ArrayBuffer.isView(value)) {
    return { base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
  }
  return cellSchema.parse(value)
}

function toValue(cell: z.output<typeof cellSchema>): InValue {
  return typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell
}
