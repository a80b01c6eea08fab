import type { Client, InStatement } from '@libsql/client/sqlite3'
import { toSearchText } from '../search/toSearchText.ts'

/** Removes case and accents where the step before could only lower ASCII: names by which items are sorted and found. */
export async function foldNames(client: Client): Promise<InStatement[]> {
  return [
    ...(await fold(client, { table: 'companies', from: 'name', to: 'sort_name' })),
    ...(await fold(client, { table: 'contacts', from: 'name', to: 'sort_name' })),
    ...(await fold(client, { table: 'deals', from: 'title', to: 'search_text' })),
  ]
}

async function fold(
  client: Client,
  { table, from, to }: { table: string; from: string; to: string },
): Promise<InStatement[]> {
  const { rows } = await client.execute(`SELECT id, ${from} AS text FROM ${table}`)
  return rows.map(({ id, text }) => ({
    sql: `UPDATE OR IGNORE ${table} SET ${to} = ? WHERE id = ?`,
    args: [toSearchText(String(text)), String(id)],
  }))
}
