import { hash } from 'node:crypto'
import type { Connection } from './openConnection.ts'

/** Kinds of ids. Each kind has its own sequence, so that one does not affect the others. */
type IdKind =
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
  | 'organization'
  | 'permission'
  | 'widget'

/**
 * Generates the ids of one account: the same in every run, and different from those of other accounts. They are
 * predictable, so they must not serve as secrets.
 */
export interface Ids {
  /** The next id of a kind. */
  next: (kind: IdKind) => string
  /** The id of a kind for a name; the same name gives the same id. */
  named: (kind: IdKind, name: string) => string
  /** Saves the position of each sequence. */
  save: () => void
  /** Continues each sequence from its saved position. */
  load: () => void
}

/** Number of ids reserved at once: none is issued twice, although the counter is saved rarely. */
const step = 1_000

/** Creates the id generator of a store, which continues from the positions in its data. The same seed gives the same ids. */
export function createIds({ connection, seed }: { connection: Connection; seed: string }): Ids {
  const used = new Map<string, number>()
  const saved = new Map<string, number>()

  function save(counts: Map<string, number>): void {
    for (const [kind, count] of counts) saved.set(kind, count)
    connection.transact(() => {
      for (const values of counts) connection.write({ sql: upsertSql, values })
    })
  }

  function reserve(kind: IdKind, count: number): void {
    try {
      save(new Map([[kind, count + step - 1]]))
    } catch {
      // The statement that stores the id fails in the same way, and reports it.
    }
  }

  function load(): void {
    const rows = connection.read({ sql: 'SELECT kind, used FROM id_sequences' })
    for (const counts of [used, saved]) {
      counts.clear()
      for (const [kind, count] of rows) counts.set(String(kind), Number(count))
    }
  }

  load()
  return {
    next(kind) {
      const count = (used.get(kind) ?? 0) + 1
      used.set(kind, count)
      if (count > (saved.get(kind) ?? 0)) reserve(kind, count)
      return toUuid(JSON.stringify([seed, kind, count]))
    },
    named: (kind, name) => toUuid(JSON.stringify([seed, kind, 'named', name])),
    save: () => save(used),
    load,
  }
}

const upsertSql =
  'INSERT INTO id_sequences (kind, used) VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET used = excluded.used'

/** Turns a text into an id in the vendors' form (a UUID of version 4). The same text gives the same id. */
export function toUuid(text: string): string {
  const hex = hash('sha256', text, 'hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
