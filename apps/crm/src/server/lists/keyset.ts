import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { ApiError } from '../errors.ts'

/** The order of a list, and the place in it where a page begins. */
export interface Keyset {
  /** True for rows after the place; undefined for the first page. */
  isAfter: SQL | undefined
  orderBy: SQL[]
  /** The place of a row, to be selected with it. */
  place: SQL<string>
}

/** Options of {@link keyset}. */
export interface KeysetOptions {
  /** Columns by which the list is sorted. The last one is unique, and none is null. */
  columns: SQLWrapper[]
  /** @default 'asc' */
  order?: 'asc' | 'desc' | undefined
  /** The `next` of the page before. */
  after?: string | undefined
}

/**
 * Pages a list by the values of its last row: a page costs the same however far down it is, and rows that are added
 * meanwhile shift nothing.
 * @throws {ApiError} for an `after` that this list has not made
 */
export function keyset({ columns, order = 'asc', after }: KeysetOptions): Keyset {
  const all = sql.join(columns, sql`, `)
  const compare = order === 'asc' ? sql`>` : sql`<`
  const values = after === undefined ? undefined : parsePlace(after, columns.length)
  const valuesSql = values?.map((value) => sql`${value}`)
  return {
    isAfter: valuesSql && sql`(${all}) ${compare} (${sql.join(valuesSql, sql`, `)})`,
    orderBy: columns.map((column) => (order === 'asc' ? sql`${column} asc` : sql`${column} desc`)),
    place: sql<string>`json_array(${all})`,
  }
}

/** Makes a page of rows, of which one more than the limit was read. */
export function toPage<Row extends { place: string }>({
  rows,
  limit,
  total,
}: {
  rows: Row[]
  limit: number
  total: number
}): { rows: Row[]; total: number; next: string | null } {
  const own = rows.slice(0, limit)
  const last = rows.length > limit ? own.at(-1) : undefined
  return { rows: own, total, next: last ? Buffer.from(last.place).toString('base64url') : null }
}

function parsePlace(after: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every(isPlaceValue)) return values
  } catch {
    // Not JSON: it is refused below, like JSON of another form.
  }
  throw new ApiError({
    code: 'invalid_request',
    message: 'The place in the list is invalid. Start from its first page.',
  })
}

function isPlaceValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
