import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidOptionError } from '../errors.ts'
import { parseSeed, type Seed } from './seedSchema.ts'

/** Reads a seed from a YAML or JSON file, in UTF-8 or UTF-16. Merge keys (`<<`) work. @throws {InvalidOptionError} */
export async function readSeed(path: string): Promise<Seed> {
  const { parse } = await import('yaml') // Loaded on demand, so that the sandbox starts sooner.
  try {
    return parseSeed(parse(decode(await readFile(path)), { merge: true }) ?? {})
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

/** Decodes a file by its byte order mark or, without one, by the zero in its first letter. @throws {InvalidOptionError} */
function decode(bytes: Buffer): string {
  const [first, second] = bytes
  const isLittle = (first === 0xff && second === 0xfe) || (first !== undefined && first !== 0 && second === 0)
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== undefined && second !== 0)
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new InvalidOptionError('the text is in neither UTF-8 nor UTF-16. Save it as UTF-8.', { cause })
  }
}
