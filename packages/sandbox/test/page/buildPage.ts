import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the pages unless the build is newer than its sources. Runs once, before all tests. */
export async function setup(): Promise<void> {
  const built = await changedAt(join(root, 'dist/web/inspector/index.html'))
  const folders = ['web', '../react/src', '../core/src'].map((folder) => listFiles(join(root, folder)))
  const sources = (await Promise.all(folders)).flat()
  const changes = await Promise.all([...sources, join(root, 'vite.web.config.ts')].map(changedAt))
  if (built > Math.max(...changes)) return
  const env = { ...process.env, NODE_ENV: 'production' } // Builds what users get, although this runs in a test.
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', 'vite.web.config.ts'], { cwd: root, env })
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    return 0 // The file does not exist yet.
  }
}
