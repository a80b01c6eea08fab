import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cachedProgram, unpackDebianPackages } from './debianPackage.ts'

const programs = { name: 'nginx', packages: ['nginx'], executables: ['usr/sbin/nginx'] }
const usualFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']

/** Finds an nginx to test with, or unpacks one: that of `NGINX`, the system's, or Debian's package. @returns its path, if there is one */
export function ensureNginx(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders]
  const cached = cachedProgram(programs)
  const known = [process.env.NGINX ?? '', ...folders.map((folder) => join(folder, 'nginx')), cached]
  return known.find(isUsable) ?? (unpackDebianPackages(programs) ? [cached].find(isUsable) : undefined)
}

/** A copy whose libraries are missing does not start. */
function isUsable(path: string): boolean {
  if (!path || !existsSync(path)) return false
  return spawnSync(path, ['-v'], { encoding: 'utf8' }).stderr?.includes('nginx version') === true
}
