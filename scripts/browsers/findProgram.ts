import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const usualFolders = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin']

/** Path of the first program of these names on the system. */
export function findProgram(...names: string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders]
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
