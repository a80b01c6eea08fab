import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataFileError } from '../errors.ts'
import { startInterval } from '../timers.ts'
import { FolderFullError } from './errors.ts'

/** A file that a user sends: its type is what its bytes are. */
export interface KeptFile {
  bytes: Uint8Array
  name: string
  mimeType: string
}

/** Files of messages on disk. */
export interface FileFolder {
  /** Keeps a file. @returns its id, which cannot be guessed @throws {FolderFullError} */
  keep: (file: KeptFile) => Promise<string>
  /** Returns a file by its id; undefined for any other text, and for one that is older than `maxAgeMs`. */
  read: (parameters: { id: string; maxAgeMs: number }) => Promise<KeptFile | undefined>
  close: () => Promise<void>
}

/** Time for which files are kept. */
export const keepMs = 30 * 24 * 60 * 60 * 1_000

/** Size of all files. */
const defaultMaxBytes = 1024 ** 3

const sweepMs = 60 * 60 * 1_000

/** The time at which it was kept in base 36, and 192 random bits. */
const idPattern = /^([0-9a-z]{1,11})_[\w-]{32}$/

/**
 * Opens the folder of files beside a database, `crm-files` for `crm.sqlite`; for a database in memory, one that is removed in the end.
 * Files are deleted after {@link keepMs}. Several processes may use the same folder.
 * @throws {DataFileError}
 */
export async function openFileFolder({
  data,
  now,
  maxBytes = defaultMaxBytes,
}: {
  /** Database file, or `:memory:`. */
  data: string
  /** Unix time in milliseconds. */
  now: () => number
  /** Size of all files. @default 1 GiB */
  maxBytes?: number
}): Promise<FileFolder> {
  const isTemporary = data === ':memory:'
  const folder = await makeFolder(isTemporary ? undefined : `${data.replace(/\.\w+$/, '')}-files`)
  const timer = startInterval(() => void sweep().catch(ignore), sweepMs).unref()

  /** Deletes what is too old. @returns the size of the rest */
  async function sweep(): Promise<number> {
    let bytes = 0
    for (const name of await readdir(folder)) {
      const path = join(folder, name)
      const keptAt = findTime(name.replace(/\.part$/, ''))
      if (keptAt === undefined) continue // Somebody else's.
      if (now() - keptAt > keepMs) await rm(path, { force: true })
      else bytes += (await stat(path).catch(() => ({ size: 0 }))).size // Another process may have deleted it.
    }
    return bytes
  }

  return {
    async keep({ bytes, name, mimeType }) {
      if ((await sweep()) + bytes.byteLength > maxBytes) throw new FolderFullError(maxBytes)
      const id = `${now().toString(36)}_${randomBytes(24).toString('base64url')}`
      const head = Buffer.from(`${JSON.stringify({ name, mimeType })}\n`)
      const part = join(folder, `${id}.part`)
      await writeFile(part, Buffer.concat([head, bytes]), { flag: 'wx', mode: 0o600 })
      await rename(part, join(folder, id)) // Whoever reads it gets the whole file.
      return id
    },
    async read({ id, maxAgeMs }) {
      const keptAt = findTime(id)
      if (keptAt === undefined || now() - keptAt > maxAgeMs) return undefined
      const kept = await readFile(join(folder, id)).catch(toMissing)
      return kept && parse(kept)
    },
    async close() {
      clearInterval(timer)
      if (isTemporary) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeFolder(path: string | undefined): Promise<string> {
  try {
    if (path === undefined) return await mkdtemp(join(tmpdir(), 'crm-files-'))
    await mkdir(path, { recursive: true, mode: 0o700 })
    return path
  } catch (cause) {
    throw new DataFileError({ path: path ?? tmpdir(), cause })
  }
}

/** Returns the time of an id; undefined for any other name, so that no other path is ever opened. */
function findTime(id: string): number | undefined {
  const [, keptAt] = idPattern.exec(id) ?? []
  return keptAt === undefined ? undefined : Number.parseInt(keptAt, 36)
}

/** A line of JSON comes before the bytes. */
function parse(kept: Buffer): KeptFile {
  const end = kept.indexOf('\n')
  const { name, mimeType } = JSON.parse(kept.subarray(0, end).toString()) as Omit<KeptFile, 'bytes'> // Written above.
  return { bytes: kept.subarray(end + 1), name, mimeType }
}

function toMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

/** The next sweep tries again. */
function ignore(): void {}
