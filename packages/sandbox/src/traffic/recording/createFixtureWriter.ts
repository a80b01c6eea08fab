import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createQueue } from '../../store/createQueue.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import type { Fixture } from './fixture.ts'

/** Writes fixtures into a folder, one file each. */
export interface FixtureWriter {
  /** Reserves a file name such as `get-v2-users-200-1.json`. @returns nothing once the folder is full */
  reserve: (parts: string[]) => string | undefined
  /** Writes a file, or replaces it. */
  write: (file: string, fixture: Fixture) => void
  /** Number of files so far. */
  count: () => number
  /** Resolves when all is written. */
  close: () => Promise<void>
}

/** Opens an empty folder. @throws {InvalidOptionError} if it is not empty, or cannot be made */
export async function createFixtureWriter({
  folder,
  maxFixtures,
  onFull,
  onError,
}: {
  folder: string
  /** Number of files after which no more are reserved. */
  maxFixtures: number
  onFull: () => void
  onError: (message: string) => void
}): Promise<FixtureWriter> {
  await openFolder(folder)
  const counts = new Map<string, number>()
  const queue = createQueue()
  const pending = new Map<string, Fixture>()
  let total = 0

  async function writePending(file: string): Promise<void> {
    const fixture = pending.get(file)
    pending.delete(file)
    try {
      await writeFile(join(folder, file), `${JSON.stringify(fixture, null, 2)}\n`)
    } catch (error) {
      onError(`${file} cannot be written: ${error instanceof Error ? error.message : error}`)
    }
  }

  return {
    reserve(parts) {
      if (total >= maxFixtures) {
        if (total++ === maxFixtures) onFull()
        return undefined
      }
      total++
      const base = toSlug(parts)
      const number = (counts.get(base) ?? 0) + 1
      counts.set(base, number)
      return `${base}-${number}.json`
    },
    write(file, fixture) {
      if (!pending.has(file)) void queue.add(() => writePending(file)) // A later state replaces one that still waits.
      pending.set(file, fixture)
    },
    count: () => Math.min(total, maxFixtures),
    close: () => queue.add(async () => undefined),
  }
}

async function openFolder(folder: string): Promise<void> {
  let names: string[]
  try {
    await mkdir(folder, { recursive: true })
    names = await readdir(folder)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? ` (${cause.code})` : ''
    throw new InvalidOptionError(`The folder ${folder} cannot be used${code}.`, { cause })
  }
  if (names.length > 0)
    throw new InvalidOptionError(`The folder ${folder} is not empty. Choose a new one for this recording.`)
}

/** A name of letters, digits and hyphens; its parts are redacted already. */
function toSlug(parts: string[]): string {
  const slug = parts
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return slug.slice(0, 100) || 'exchange'
}
