import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidOptionError } from '../errors.ts'
import { parseSeed, type Seed } from './seedSchema.ts'

/** Reads a seed from a YAML or JSON file. @throws {InvalidOptionError} */
export async function readSeed(path: string): Promise<Seed> {
  const { parse } = await import('yaml') // Loaded on demand, so that the sandbox starts sooner.
  try {
    return parseSeed(parse(await readFile(path, 'utf8')) ?? {})
  } catch (cause) {
    throw new InvalidOptionError(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** Finds `seed.yaml` or `seed.yml` in a folder. @returns its path, if there is one */
export async function findSeed(folder: string): Promise<string | undefined> {
  for (const name of ['seed.yaml', 'seed.yml']) {
    const path = join(folder, name)
    const exists = await access(path).then(
      () => true,
      () => false,
    )
    if (exists) return path
  }
  return undefined
}
