import { readFile } from 'node:fs/promises'
import { InvalidOptionError } from '../errors.ts'
import { parseSeed, type Seed } from './seedSchema.ts'

/** Reads a seed from a file of YAML, which JSON is too. @throws {InvalidOptionError} */
export async function readSeed(path: string): Promise<Seed> {
  const { parse } = await import('yaml') // When there is something to read: the sandbox starts sooner without it.
  try {
    return parseSeed(parse(await readFile(path, 'utf8')) ?? {})
  } catch (cause) {
    throw new InvalidOptionError(`${path}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}
