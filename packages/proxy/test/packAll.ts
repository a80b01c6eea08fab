import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const packages = fileURLToPath(new URL('../..', import.meta.url))

/** Packs the proxy and the packages that it needs, as they are published. @returns the files, in `folder` */
export async function packAll(folder: string): Promise<string[]> {
  const files: string[] = []
  for (const name of ['protocol', 'vendors', 'proxy']) {
    const file = join(folder, `${name}.tgz`)
    await promisify(execFile)('pnpm', ['--dir', join(packages, name), 'pack', '--out', file])
    files.push(file)
  }
  return files
}
