import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeFolder } from '../../test/makeFolder.ts'
import { type Connection, openConnection } from './openConnection.ts'

function open(data?: string): Connection {
  const connection = openConnection(data)
  onTestFinished(connection.close)
  connection.execute('CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, content)')
  return connection
}

const insert = 'INSERT INTO notes (content) VALUES (?)'
const select = 'SELECT content FROM notes ORDER BY id'

describe('a connection', () => {
  it('returns values as written, and the effect of each statement', () => {
    const connection = open()
    const values = ['text', '', '\0', 'before\0after', '\uFDD0\0', -1.5, 1_800_000_000_000, null, Buffer.from([0, 255])]
    for (const [index, value] of values.entries()) {
      expect(connection.write({ sql: insert, values: [value] })).toEqual({ changes: 1, lastRowId: index + 1 })
    }
    expect(connection.read({ sql: select })).toEqual(values.map((value) => [value]))
    expect(connection.write({ sql: 'DELETE FROM notes' })).toMatchObject({ changes: values.length })
    expect(connection.read({ sql: select })).toEqual([])
  })

  it('returns the first row, if any, and the names of the columns', () => {
    const connection = open()
    expect(connection.readOne({ sql: select })).toBeUndefined()
    for (const content of ['first', 'second']) connection.write({ sql: insert, values: [content] })
    expect(connection.readOne({ sql: select })).toEqual(['first'])
    expect(connection.listColumns({ sql: 'SELECT * FROM notes' })).toEqual(['id', 'content'])
  })

  it('runs and repeats more statements than it keeps prepared', () => {
    const connection = open()
    const numbers = Array.from({ length: 1_200 }, (_, index) => index)
    for (const number of [...numbers, ...numbers]) {
      expect(connection.readOne({ sql: `SELECT ${number}` })).toEqual([number])
    }
  })

  it('runs a prepared statement after the tables have changed', () => {
    const connection = open()
    expect(connection.read({ sql: 'SELECT * FROM notes' })).toEqual([])
    connection.execute("ALTER TABLE notes ADD COLUMN color TEXT DEFAULT 'red'")
    connection.write({ sql: insert, values: ['text'] })
    expect(connection.read({ sql: 'SELECT * FROM notes' })).toEqual([[1, 'text', 'red']])
  })

  it('rolls back a transaction that throws, rethrows the error, and stays usable', () => {
    const connection = open()
    const write = (content: string) => connection.write({ sql: insert, values: [content] })
    const fail = () =>
      connection.transact(() => {
        write('undone')
        throw new Error('no luck')
      })
    expect(fail).toThrow('no luck')
    expect(() =>
      connection.transact(() => connection.write({ sql: 'INSERT INTO notes (id) VALUES (1), (1)' })),
    ).toThrow('UNIQUE')
    expect(connection.read({ sql: select })).toEqual([])
    expect(connection.transact(() => write('kept'))).toEqual({ changes: 1, lastRowId: 1 })
    expect(connection.read({ sql: select })).toEqual([['kept']])
  })

  it('creates its file and folder, and runs nothing once it is closed', async () => {
    const data = join(await makeFolder(), 'made on the way', 'notes 100%.db')
    const first = open(data)
    first.write({ sql: insert, values: ['kept'] })
    first.read({ sql: select })
    first.close()
    first.close()
    for (const use of [() => first.read({ sql: select }), () => first.execute('DELETE FROM notes')]) {
      expect(use).toThrow('The store is closed.')
    }
    expect(open(data).read({ sql: select })).toEqual([['kept']])
  })
})
