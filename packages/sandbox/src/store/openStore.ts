import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client/sqlite3'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql/sqlite3'
import { createChanges } from './changes.ts'
import type { Clock } from './clock/createClock.ts'
import { createAgenda } from './createAgenda.ts'
import { createIds } from './createIds.ts'
import { seedStore } from './defaultRows.ts'
import { DataFileError } from './errors.ts'
import { migrations } from './migrations.ts'
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
  const client = openFile(data)
  try {
    await migrate(client)
    const database = drizzle({ client, casing: 'snake_case' })
    const linkSecret = await ensureLinkSecret(database)
    await seedStore(database)
    const agenda = createAgenda(clock)
    const ids = await createIds({ client, seed: idSeed })
    return {
      client,
      database,
      changes: createChanges(),
      clock: agenda.clock,
      agenda,
      ids,
      linkSecret,
      async close() {
        await ids.save()
        client.close()
      },
    }
  } catch (cause) {
    client.close()
    throw data === undefined ? cause : new DataFileError({ path: data, cause })
  }
}

function openFile(data: string | undefined): Client {
  if (data === undefined) return createClient({ url: ':memory:' })
  try {
    mkdirSync(dirname(data), { recursive: true })
    // One connection: it is the one that is set up below, and it carries statements out in their order.
    return createClient({ url: pathToFileURL(data).href, concurrency: 1 })
  } catch (cause) {
    throw new DataFileError({ path: data, cause })
  }
}

async function migrate(client: Client): Promise<void> {
  await client.execute('PRAGMA page_size = 16384') // A reset takes time by the page. Files that are there keep theirs.
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('PRAGMA synchronous = NORMAL') // Nothing is lost but by a power cut, and then the last moments.
  await client.execute('PRAGMA foreign_keys = ON')
  const version = Number((await client.execute('PRAGMA user_version')).rows[0]?.user_version)
  if (version > migrations.length) throw new Error('it was written by a newer version of the sandbox')
  for (const [index, step] of migrations.entries()) {
    if (index < version) continue
    await client.executeMultiple(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT;`)
  }
}

async function ensureLinkSecret(database: Database): Promise<string> {
  const name = 'linkSecret'
  const fresh = randomBytes(32).toString('base64url')
  await database.insert(settings).values({ name, value: fresh }).onConflictDoNothing()
  const [row] = await database.select().from(settings).where(eq(settings.name, name))
  return row?.value ?? fresh
}
