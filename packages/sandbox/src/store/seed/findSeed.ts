import { access } from 'node:fs/promises'
import { join } from 'node:path'

/** The path of the seed that lies in a folder as `seed.yaml` or `seed.yml`; nothing when there is none. */
export async function findSeed(folder: string): Promise<string | undefined> {
  for (const name of ['seed.yaml', 'seed.yml']) {
    const path = join(folder, name)
    const isThere = await access(path).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  return undefined
}
