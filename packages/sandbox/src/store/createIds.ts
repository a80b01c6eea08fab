import type { Connection } from './openConnection.ts'
import { toUuid } from './toUuid.ts'

/** Kinds of ids. Each kind has its own sequence, so that one does not affect the others. */
export type IdKind =
  | 'message'
  | 'channel'
  | 'qr'
  | 'pairing'
  | 'file'
  | 'export'
  | 'template'
  | 'endpoint'
  | 'contact'
  | 'request'
  | 'event'
  | 'delivery'
  | 'note'
  | 'transfer'

/**
 * Makes the ids of one account: the same in every run, and other ones than any other account's. Nothing that must not
 * be guessed is made here.
 */
export interface Ids {
  /** The next id of a kind. */
  next: (kind: IdKind) => string
  /** The id of a kind that goes with a name, the same every time. */
  named: (kind: IdKind, name: string) => string
  /** Writes down how far each kind has come. */
  save: () => void
  /** Goes on from what is written down. */
  load: () => void
}

/** Number of ids reserved at once: none is issued twice, although the counter is saved rarely. */
const step = 1_000

/** Creates the ids of a store; the same seed gives the same ones. They go on from where its data has come. */
export function createIds({ connection, seed }: { connection: Connection; seed: string }): Ids {
  const used = new Map<string, number>()
  const written = new Map<string, number>()

  function write(counts: Map<string, number>): void {
    for (const [kind, count] of counts) written.set(kind, count)
    connection.transact(() => {
      for (const values of counts) connection.write({ sql: upsertSql, values })
    })
  }

  function setAside(kind: IdKind, count: number): void {
    try {
      write(new Map([[kind, count + step - 1]]))
    } catch {
      // What uses the id fails like this, and says so.
    }
  }

  function load(): void {
    const rows = connection.read({ sql: 'SELECT kind, used FROM id_sequences' })
    for (const counts of [used, written]) {
      counts.clear()
      for (const [kind, count] of rows) counts.set(String(kind), Number(count))
    }
  }

  load()
  return {
    next(kind) {
      const count = (used.get(kind) ?? 0) + 1
      used.set(kind, count)
      if (count > (written.get(kind) ?? 0)) setAside(kind, count)
      return toUuid(JSON.stringify([seed, kind, count]))
    },
    named: (kind, name) => toUuid(JSON.stringify([seed, kind, 'named', name])),
    save: () => write(used),
    load,
  }
}

const upsertSql =
  'INSERT INTO id_sequences (kind, used) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET used = excluded.used'
