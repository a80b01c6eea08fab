import type { Client, InStatement } from '@libsql/client/sqlite3'
import { toSearchText } from '../search/toSearchText.ts'

/** Removes case and accents where the step before could only lower ASCII: names by which items are sorted and found. */
export async function foldNames(client: Client): Promise<InStatement[]> {
  const companies = await readTexts(client, 'SELECT id, name FROM companies ORDER BY id')
  return [
    ...mergeCompanies(companies),
    ...(await readTexts(client, 'SELECT id, name FROM contacts')).map(({ id, text }) => ({
      sql: 'UPDATE contacts SET sort_name = ? WHERE id = ?',
      args: [text, id],
    })),
    ...(await readTexts(client, 'SELECT id, title FROM deals')).map(({ id, text }) => ({
      sql: 'UPDATE deals SET search_text = ? WHERE id = ?',
      args: [text, id],
    })),
  ]
}

/** Two companies whose names differ only in case and accents are one. */
function mergeCompanies(companies: { id: string; text: string }[]): InStatement[] {
  const first = new Map<string, string>()
  return companies.flatMap(({ id, text }) => {
    const kept = first.get(text) ?? id
    first.set(text, kept)
    if (kept === id) return [{ sql: 'UPDATE companies SET sort_name = ? WHERE id = ?', args: [text, id] }]
    return [
      { sql: 'UPDATE contacts SET company_id = ? WHERE company_id = ?', args: [kept, id] },
      { sql: 'UPDATE deals SET company_id = ? WHERE company_id = ?', args: [kept, id] },
      { sql: 'DELETE FROM companies WHERE id = ?', args: [id] },
    ]
  })
}

async function readTexts(client: Client, query: string): Promise<{ id: string; text: string }[]> {
  const { rows } = await client.execute(query)
  return rows.map((row) => ({ id: String(row[0]), text: toSearchText(String(row[1])) }))
}
