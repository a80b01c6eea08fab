import { getTableColumns } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Database } from '../store/schema.ts'

/** SQLite takes at most 32,766 values in one statement. */
const maxValues = 30_000

/** Inserts any number of rows. */
export async function insertRows<Table extends SQLiteTable>(
  database: Database,
  table: Table,
  rows: Table['$inferInsert'][],
): Promise<void> {
  const size = Math.floor(maxValues / Object.keys(getTableColumns(table)).length)
  for (let start = 0; start < rows.length; start += size) {
    await database.insert(table).values(rows.slice(start, start + size))
  }
}
