import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cachedProgram, unpackDebianPackage } from './debianPackage.ts'

const program = { name: 'nginx', executable: 'usr/sbin/nginx' }
const usualFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']

/** Finds an nginx to test with, or unpacks one: that of `NGINX`, the system's, or Debian's package. @returns its path, if there is one */
export function ensureNginx(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders]
  const known = [process.env.NGINX ?? '', ...folders.map((folder) => join(folder, 'nginx')), cachedProgram(program)]
  return known.find(isUsable) ?? [unpackDebianPackage(program)].find(isUsable)
}

/** A copy whose libraries are missing does not start. */
function isUsable(path: string | undefined): path is string {
  if (!path || !existsSync(path)) return false
  return spawnSync(path, ['-v'], { encoding: 'utf8' }).stderr?.includes('nginx version') === true
}
