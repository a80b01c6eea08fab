import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import type { Changes } from './changes.ts'
import type { Clock } from './clock/createClock.ts'
import type { Agenda } from './createAgenda.ts'
import type { Ids } from './createIds.ts'
import type { Connection } from './openConnection.ts'

/** The query builder. */
export type Database = SqliteRemoteDatabase

/** The data of an account, and its change feed. */
export interface Store {
  /** For statements on whole tables, and for those that run for every message. */
  connection: Connection
  database: Database
  changes: Changes
  /** Tasks scheduled with it are cancelled when the data is replaced. */
  clock: Clock
  agenda: Agenda
  ids: Ids
  /** Signs the links of this store. A reset does not change it. */
  linkSecret: string
  close: () => Promise<void>
}
