import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Libsql from 'libsql'
import { escapeNul, unescapeNul } from './escapeNul.ts'

/** A value as SQLite stores it. */
export type SqlValue = string | number | bigint | null | Uint8Array

/** A statement and the values of its question marks. */
export interface Statement {
  sql: string
  values?: SqlValue[]
}

/** The effect of a statement on a table. */
export interface Written {
  /** The number of rows that were inserted, changed or deleted. */
  changes: number
  /** The `rowid` of the row that was inserted last. */
  lastRowId: number
}

/**
 * The connection of a store to its data. A statement runs at once, so that nothing comes between those of one
 * transaction; and it is prepared once, however often it runs.
 */
export interface Connection {
  /** Runs a statement that returns no rows. */
  write: (statement: Statement) => Written
  /** The rows that a statement returns, each as a list of values. */
  read: (statement: Statement) => unknown[][]
  /** The first of the rows that a statement returns. */
  readOne: (statement: Statement) => unknown[] | undefined
  /** The names of the columns that a statement returns. */
  listColumns: (statement: Statement) => string[]
  /** Runs all statements of `work`, or undoes them if it throws. */
  transact: <Result>(work: () => Result) => Result
  /** Runs statements that are needed once, separated by semicolons. */
  execute: (sql: string) => void
  close: () => void
}

/** Number of prepared statements that are kept. */
const maxPrepared = 500

/** Opens the data file, which is created if it is missing, or a database in memory without one. */
export function openConnection(data: string | undefined): Connection {
  if (data !== undefined) mkdirSync(dirname(data), { recursive: true })
  const database = new Libsql(data === undefined ? ':memory:' : resolve(data))
  const prepared = new Map<string, Prepared>()

  function prepare(sql: string): Prepared {
    if (!database.open) throw new Error('The store is closed.') // Kept statements would still run.
    return prepared.get(sql) ?? keep(sql)
  }

  function keep(sql: string): Prepared {
    const [oldest] = prepared.size < maxPrepared ? [] : prepared.keys()
    if (oldest !== undefined) prepared.delete(oldest)
    const statement = database.prepare(sql)
    if (statement.reader) statement.raw()
    prepared.set(sql, statement)
    return statement
  }

  function write({ sql, values = [] }: Statement): Written {
    const { changes, lastInsertRowid } = prepare(sql).run(values.map(toStored))
    return { changes, lastRowId: Number(lastInsertRowid) }
  }

  // Rows are lists because of `raw`, which the driver's types do not follow.
  return {
    write,
    read: ({ sql, values = [] }) => (prepare(sql).all(values.map(toStored)) as unknown[][]).map(fromStored),
    readOne({ sql, values = [] }) {
      const row = prepare(sql).get(values.map(toStored)) as unknown[] | undefined
      return row && fromStored(row)
    },
    listColumns: ({ sql }) =>
      prepare(sql)
        .columns()
        .map(({ name }) => name),
    transact(work) {
      write({ sql: 'BEGIN IMMEDIATE' })
      try {
        const result = work()
        write({ sql: 'COMMIT' })
        return result
      } catch (error) {
        if (database.open && database.inTransaction) write({ sql: 'ROLLBACK' }) // Some errors end it by themselves.
        throw error
      }
    },
    execute(sql) {
      if (!database.open) throw new Error('The store is closed.')
      database.exec(sql)
    },
    close() {
      prepared.clear()
      if (database.open) database.close()
    },
  }
}

type Prepared = ReturnType<InstanceType<typeof Libsql>['prepare']>

function toStored(value: SqlValue): SqlValue {
  return typeof value === 'string' ? escapeNul(value) : value
}

function fromStored(row: unknown[]): unknown[] {
  for (const [index, value] of row.entries()) if (typeof value === 'string') row[index] = unescapeNul(value)
  return row
}
