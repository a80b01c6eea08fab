import * as z from 'zod'
import type { SqlValue, Statement } from '../openConnection.ts'

const cellSchema = z.union([z.string(), z.number(), z.null(), z.strictObject({ base64: z.base64() })])

/** A row of a table as plain JSON, by column; bytes are base64. */
export const rowSchema = z.record(z.string(), cellSchema)
type Row = z.output<typeof rowSchema>

/** A row as plain JSON. */
export function readRow({ columns, row }: { columns: string[]; row: unknown[] }): Row {
  return Object.fromEntries(columns.map((column, index) => [column, toCell(row[index])]))
}

/**
 * The statements that insert rows. Rows with the same columns share a statement, because most of the time is spent per
 * statement, however many rows it inserts.
 */
export function toInserts(name: string, rows: Row[]): Statement[] {
  const batches: { columns: string[]; rows: Row[] }[] = []
  for (const row of rows) {
    const columns = Object.keys(row)
    const last = batches.at(-1)
    if (last && last.rows.length < rowsAtOnce && isSame(last.columns, columns)) last.rows.push(row)
    else batches.push({ columns, rows: [row] })
  }
  return batches.map((batch) => toInsert(name, batch))
}

const rowsAtOnce = 100

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((column, index) => column === other[index])
}

function toInsert(name: string, { columns, rows }: { columns: string[]; rows: Row[] }): Statement {
  const quoted = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
  const places = `(${columns.map(() => '?').join(', ')})`
  return {
    sql: `INSERT INTO "${name}" (${quoted}) VALUES ${rows.map(() => places).join(', ')}`,
    values: rows.flatMap((row) => Object.values(row).map(toValue)),
  }
}

function toCell(value: unknown): z.output<typeof cellSchema> {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') }
  return cellSchema.parse(value)
}

function toValue(cell: z.output<typeof cellSchema>): SqlValue {
  return typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell
}
