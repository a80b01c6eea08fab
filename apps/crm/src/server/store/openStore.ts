import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client/sqlite3'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { DataFileError } from '../errors.ts'
import { type Migration, migrations } from './migrations.ts'
import type { Database } from './schema.ts'

/** The CRM's own data. */
export interface Store {
  database: Database
  close: () => void
}

/**
 * Opens the database file, or one in memory, and brings its tables up to date.
 * @throws {DataFileError}
 */
export async function openStore(data: string): Promise<Store> {
  const client = openFile(data)
  try {
    await migrate(client)
    return { database: drizzle({ client, casing: 'snake_case' }), close: () => client.close() }
  } catch (cause) {
    client.close()
    throw new DataFileError({ path: data, cause })
  }
}

function openFile(data: string): Client {
  if (data === ':memory:') return createClient({ url: ':memory:' })
  try {
    mkdirSync(dirname(data), { recursive: true })
    return createClient({ url: pathToFileURL(data).href })
  } catch (cause) {
    throw new DataFileError({ path: data, cause })
  }
}

async function migrate(client: Client): Promise<void> {
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA foreign_keys = OFF') // Steps replace tables that others refer to.
  const version = Number((await client.execute('PRAGMA user_version')).rows[0]?.user_version)
  if (version > migrations.length) throw new Error('the file was written by a newer version of the CRM')
  for (const [index, step] of migrations.entries()) {
    if (index >= version) await apply(client, { step, version: index + 1 })
  }
  await client.execute('PRAGMA foreign_keys = ON')
}

async function apply(client: Client, { step, version }: { step: Migration; version: number }): Promise<void> {
  const end = `PRAGMA user_version = ${version}`
  if (typeof step === 'string') await client.executeMultiple(`BEGIN; ${step}; ${end}; COMMIT;`)
  else await client.batch([...(await step(client)), end], 'write')
}
