import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const packages = fileURLToPath(new URL('../../packages', import.meta.url))

/** A package as it would be published. */
export interface PackedPackage {
  /** Its `package.json`, as pnpm writes it into the tarball. */
  manifest: { name: string; version: string }
  tarball: Uint8Array
}

/** Packs every published package into a folder. They have to be built. */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const packed: PackedPackage[] = []
  for (const name of readdirSync(packages)) packed.push(await pack({ name, folder }))
  return packed
}

async function pack({ name, folder }: { name: string; folder: string }): Promise<PackedPackage> {
  const file = join(folder, `${name}.tgz`)
  await run('pnpm', ['--dir', join(packages, name), 'pack', '--out', file])
  const { stdout } = await run('tar', ['-xzOf', file, 'package/package.json'])
  return { manifest: JSON.parse(stdout), tarball: await readFile(file) }
}
