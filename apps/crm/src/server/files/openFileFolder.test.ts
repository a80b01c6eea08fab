import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { FolderFullError } from './errors.ts'
import { type FileFolder, keepMs, openFileFolder } from './openFileFolder.ts'

const dayMs = 24 * 60 * 60 * 1_000
const photo = { bytes: Uint8Array.from([0x89, 0x0a, 0x50, 0x0a]), name: 'Lampe – blau.png', mimeType: 'image/png' }

async function open(options: { maxBytes?: number } = {}): Promise<{
  folder: FileFolder
  /** Opens it as another process. */
  again: () => Promise<FileFolder>
  path: string
  pass: (ms: number) => void
}> {
  const place = await mkdtemp(join(tmpdir(), 'crm-folder-'))
  onTestFinished(() => rm(place, { recursive: true }))
  let time = Date.UTC(2030, 0, 1)
  const again = async (): Promise<FileFolder> => {
    const folder = await openFileFolder({ data: join(place, 'crm.sqlite'), now: () => time, ...options })
    onTestFinished(() => folder.close())
    return folder
  }
  const pass = (ms: number): void => {
    time += ms
  }
  return { folder: await again(), again, path: join(place, 'crm-files'), pass }
}

it('keeps a file with its name and type, for other processes too', async () => {
  const { folder, again } = await open()
  const id = await folder.keep(photo)
  const other = await again()
  expect(await other.read({ id, maxAgeMs: dayMs })).toEqual({ ...photo, bytes: Buffer.from(photo.bytes) })
})

it('gives each file an id of 192 random bits', async () => {
  const { folder } = await open()
  const ids = await Promise.all(Array.from({ length: 20 }, () => folder.keep(photo)))
  expect(new Set(ids.map((id) => id.split('_').slice(1).join('_'))).size).toBe(20)
  expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[0-9a-z]{8}_[\w-]{32}$/)))
})

it('hands out no file that is too old, and deletes it after a month', async () => {
  const { folder, path, pass } = await open()
  const id = await folder.keep(photo)
  pass(dayMs)
  expect(await folder.read({ id, maxAgeMs: dayMs })).toBeDefined()
  pass(1)
  expect(await folder.read({ id, maxAgeMs: dayMs })).toBeUndefined()
  expect(await folder.read({ id, maxAgeMs: keepMs })).toBeDefined()
  pass(keepMs - dayMs)
  const later = await folder.keep(photo)
  expect(await readdir(path)).toEqual([later])
  expect(await folder.read({ id, maxAgeMs: 2 * keepMs })).toBeUndefined()
})

it.each(['../crm.sqlite', 'notes.txt', '', '0_..', `0_${'/'.repeat(32)}`])(
  'takes %j for no id, and leaves files of others alone',
  async (id) => {
    const { folder, path, pass } = await open()
    await writeFile(join(path, 'notes.txt'), '{}\nsecret')
    expect(await folder.read({ id, maxAgeMs: Number.POSITIVE_INFINITY })).toBeUndefined()
    pass(2 * keepMs)
    await folder.keep(photo)
    expect(await readFile(join(path, 'notes.txt'), 'utf8')).toBe('{}\nsecret')
  },
)

it('takes no more than there is room for', async () => {
  const { folder, pass } = await open({ maxBytes: 150 })
  await folder.keep(photo)
  await expect(folder.keep({ ...photo, bytes: new Uint8Array(120) })).rejects.toBeInstanceOf(FolderFullError)
  pass(keepMs + 1)
  await folder.keep({ ...photo, bytes: new Uint8Array(120) })
})

it('removes the folder of a database in memory', async () => {
  const before = new Set(await readdir(tmpdir()))
  const folder = await openFileFolder({ data: ':memory:', now: Date.now })
  const id = await folder.keep(photo)
  const isOwn = (name: string): boolean => existsSync(join(tmpdir(), name, id))
  const own = (await readdir(tmpdir())).filter((name) => !before.has(name) && isOwn(name))
  expect(own).toHaveLength(1)
  await folder.close()
  expect(own.filter((name) => existsSync(join(tmpdir(), name)))).toEqual([])
})
