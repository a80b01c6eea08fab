import { spawnSync } from 'node:child_process'
import { cachedProgram, unpackDebianPackages } from '../debianPackage.ts'
import { findProgram } from './findProgram.ts'

const programs = {
  name: 'firefox',
  packages: ['firefox-esr', 'fonts-dejavu-core'],
  executables: ['usr/lib/firefox-esr/firefox-esr'],
}

/**
 * Finds a Firefox to test with, or unpacks one: that of `FIREFOX`, the system's, or Debian's package.
 * @throws {Error} when there is none, with the next step to take
 */
export function ensureFirefox(): string {
  const known = [process.env.FIREFOX, findProgram('firefox-esr', 'firefox'), cachedProgram(programs, 'firefox-esr')]
  const found = known.find(isUsable)
  if (found) return found
  const unpacked = unpackDebianPackages(programs) ? cachedProgram(programs, 'firefox-esr') : undefined
  if (isUsable(unpacked)) return unpacked
  throw new Error(
    'No Firefox: none in FIREFOX, on the system or from Debian. Install Firefox, or set FIREFOX to its path.',
  )
}

/** A copy whose libraries are missing does not start. */
function isUsable(path: string | undefined): path is string {
  if (!path) return false
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.includes('Mozilla Firefox') === true
}
