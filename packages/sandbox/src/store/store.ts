import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import type { Changes } from './changes.ts'
import type { Clock } from './clock/createClock.ts'
import type { Agenda } from './createAgenda.ts'
import type { Ids } from './createIds.ts'
import type { Connection } from './openConnection.ts'

/** Queries are written against this. */
export type Database = SqliteRemoteDatabase

/** Everything the account holds, and word of what changes in it. */
export interface Store {
  /** For what concerns tables as such, and for what happens to every message. */
  connection: Connection
  database: Database
  changes: Changes
  /** Tasks scheduled with it are cancelled when the data is replaced. */
  clock: Clock
  agenda: Agenda
  ids: Ids
  /** Signs the links of this store; lives as long as its data. */
  linkSecret: string
  close: () => Promise<void>
}
