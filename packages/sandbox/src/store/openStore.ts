import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { createChanges } from './changes.ts'
import type { Clock } from './clock/createClock.ts'
import { createAgenda } from './createAgenda.ts'
import { createIds } from './createIds.ts'
import { ensureDefaultRows } from './defaultRows.ts'
import { DataFileError } from './errors.ts'
import { lockDataFile } from './lockDataFile.ts'
import { migrations } from './migrations.ts'
import { type Connection, openConnection, type SqlValue } from './openConnection.ts'
import { settings } from './schema.ts'
import type { Database, Store } from './store.ts'

/** Options of {@link openStore}. */
export interface StoreOptions {
  /** Path of the file; in memory without one. */
  data?: string | undefined
  clock: Clock
  /** Seed of the ids; the same seed gives the same ids. */
  idSeed: string
}

/**
 * Opens the data file, or a store in memory without one, and brings its tables up to date.
 * @throws {DataFileError}
 */
export async function openStore({ data, clock, idSeed }: StoreOptions): Promise<Store> {
  const connection = open(data)
  let unlock: (() => void) | undefined
  try {
    if (data !== undefined) unlock = lockDataFile(data)
    migrate(connection)
    const database = toDatabase(connection)
    const linkSecret = await ensureLinkSecret(database)
    await ensureDefaultRows(database)
    const agenda = createAgenda(clock)
    const ids = createIds({ connection, seed: idSeed })
    return {
      connection,
      database,
      changes: createChanges(),
      clock: agenda.clock,
      agenda,
      ids,
      linkSecret,
      async close() {
        ids.save()
        connection.close()
        unlock?.()
      },
    }
  } catch (cause) {
    connection.close()
    unlock?.()
    throw data === undefined ? cause : new DataFileError({ path: data, cause })
  }
}

function open(data: string | undefined): Connection {
  try {
    return openConnection(data)
  } catch (cause) {
    throw data === undefined ? cause : new DataFileError({ path: data, cause })
  }
}

function migrate(connection: Connection): void {
  connection.execute('PRAGMA page_size = 16384') // A reset takes less time with fewer pages. Existing files keep their size.
  connection.execute('PRAGMA journal_mode = WAL')
  connection.execute('PRAGMA synchronous = NORMAL') // Only a power failure loses data, and only the latest.
  connection.execute('PRAGMA foreign_keys = ON')
  const version = Number(connection.readOne({ sql: 'PRAGMA user_version' })?.[0])
  if (version > migrations.length) throw new Error('it was written by a newer version of the sandbox')
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue
    connection.execute(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT;`)
  }
}

interface Query {
  sql: string
  params: unknown[]
  method: 'run' | 'all' | 'values' | 'get'
}

function toDatabase(connection: Connection): Database {
  function run({ sql, params, method }: Query): { rows: unknown[] } {
    const statement = { sql, values: params.map(toSqlValue) }
    if (method === 'get') return { rows: connection.readOne(statement) as unknown[] } // Undefined for a missing row.
    if (method !== 'run') return { rows: connection.read(statement) }
    connection.write(statement)
    return { rows: [] }
  }
  return drizzle(
    async (sql, params, method) => run({ sql, params, method }),
    async (queries) => connection.transact(() => queries.map(run)),
    { casing: 'snake_case' },
  )
}

/** SQLite has no booleans, and the driver ends the process if it gets one. */
function toSqlValue(value: unknown): SqlValue {
  if (typeof value === 'boolean') return Number(value)
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
    throw new TypeError(`${value} cannot be stored.`)
  return value as SqlValue // The driver refuses other types itself.
}

async function ensureLinkSecret(database: Database): Promise<string> {
  const name = 'linkSecret'
  const fresh = randomBytes(32).toString('base64url')
  await database.insert(settings).values({ name, value: fresh }).onConflictDoNothing()
  const [row] = await database.select().from(settings).where(eq(settings.name, name))
  return row?.value ?? fresh
}
