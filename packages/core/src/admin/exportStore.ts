/** An export that somebody has asked for: enough to ask for its state again, and nothing that opens the file. */
export interface KeptExport {
  id: string
  /** The period, ISO 8601. */
  from: string
  to: string
  channelId?: string | undefined
  /** Time at which it was asked for, ISO 8601. */
  at: string
}

/** Place where the exports that were asked for are kept. A CRM may have one of its own, which all of its administrators share. */
export interface ExportStore {
  /** Reads them, the latest first. */
  list: () => KeptExport[] | Promise<KeptExport[]>
  add: (kept: KeptExport) => void | Promise<void>
  remove: (id: string) => void | Promise<void>
}

/** Parameters of {@link browserExports}. */
export interface BrowserExportsParameters {
  endpoint: string
  /** The CRM's user: others of the same browser have lists of their own. */
  userId: string
  /** @default localStorage */
  storage?: Pick<Storage, 'getItem' | 'setItem'> | undefined
}

/** Most exports that a browser keeps. */
const maxKept = 50

/** Keeps a user's exports in the browser. Where it has no storage, they last as long as the page. */
export function browserExports({ endpoint, userId, storage }: BrowserExportsParameters): ExportStore {
  const key = `crm-chat exports ${endpoint} ${userId}`
  const own = memories.get(key) ?? { text: null }
  memories.set(key, own)

  function read(): KeptExport[] {
    try {
      own.text = (storage ?? localStorage).getItem(key)
    } catch {
      // The page may not store anything.
    }
    return parse(own.text)
  }

  function write(exports: KeptExport[]): void {
    own.text = JSON.stringify(exports.slice(0, maxKept))
    try {
      ;(storage ?? localStorage).setItem(key, own.text)
    } catch {
      // As above, or it is full.
    }
  }

  return {
    list: read,
    add: (kept) => write([kept, ...read().filter(({ id }) => id !== kept.id)]),
    remove: (id) => write(read().filter((kept) => kept.id !== id)),
  }
}

const memories = new Map<string, { text: string | null }>()

function parse(text: string | null): KeptExport[] {
  try {
    const data: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(data) ? data.flatMap(toKept).slice(0, maxKept) : []
  } catch {
    return []
  }
}

function toKept(data: unknown): KeptExport[] {
  const { id, from, to, channelId, at } = Object(data)
  const isKept = [id, from, to, at].every((word) => typeof word === 'string')
  if (!isKept || ![from, to, at].every((time) => Number.isFinite(Date.parse(time)))) return []
  return [{ id, from, to, at, ...(typeof channelId === 'string' && { channelId }) }]
}
