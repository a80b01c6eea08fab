import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InvalidOptionError } from '../../store/errors.ts'
import { type Fixture, fixtureSchema } from './fixture.ts'

/** A fixture and the name of its file. */
export type NamedFixture<Kind extends Fixture['kind'] = Fixture['kind']> = Extract<Fixture, { kind: Kind }> & {
  file: string
}

const maxFiles = 10_000
const maxFileBytes = 16 * 1024 * 1024

/** Reads a folder of fixtures, in the order of their names. @throws {InvalidOptionError} that names the file */
export async function readFixtures(folder: string): Promise<NamedFixture[]> {
  const names = await readdir(folder).catch((cause) => {
    throw new InvalidOptionError(`The folder ${folder} cannot be read.`, { cause })
  })
  const files = names.filter((name) => name.endsWith('.json')).toSorted(byNumber)
  if (files.length === 0)
    throw new InvalidOptionError(`The folder ${folder} contains no fixtures. Make them with record.`)
  if (files.length > maxFiles)
    throw new InvalidOptionError(`The folder ${folder} contains more than ${maxFiles} files.`)
  const fixtures: NamedFixture[] = []
  for (const file of files) fixtures.push({ ...(await readFixture(join(folder, file))), file })
  return fixtures
}

async function readFixture(path: string): Promise<Fixture> {
  try {
    if ((await stat(path)).size > maxFileBytes) throw new Error('it is longer than 16 MB')
    const parsed = fixtureSchema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
  } catch (cause) {
    throw new InvalidOptionError(`${path} is not a fixture: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    })
  }
}

/** `…-2.json` comes before `…-10.json`. */
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}
