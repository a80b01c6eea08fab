import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Programs of Debian packages that are unpacked together. */
export interface DebianPrograms {
  /** Name of their folder in the cache, e.g. `nginx`. */
  name: string
  /** Names of the packages. */
  packages: string[]
  /** Paths of the programs in the packages, e.g. `usr/sbin/nginx`. */
  executables: string[]
  /** Changes the unpacked files before anything uses them. */
  prepare?: (files: string) => void
}

/** Path of a program that {@link unpackDebianPackages} makes ready, whether it is there or not. */
export function cachedProgram({ name }: Pick<DebianPrograms, 'name'>, executable = name): string {
  return join(cacheOf(name), executable)
}

/** Folder with the files of the packages. */
export function cachedFiles({ name }: Pick<DebianPrograms, 'name'>): string {
  return join(cacheOf(name), 'files')
}

/**
 * Downloads Debian packages and what they need that is not installed, and unpacks all into the cache of this project, which
 * needs no root. Each program gets a script that starts it with the libraries beside it.
 * @returns false where it is no Debian, or there is no network
 */
export function unpackDebianPackages(programs: DebianPrograms): boolean {
  if (!has('apt-get') || !has('dpkg')) return false
  process.stdout.write(`No ${programs.name} found. Unpacking Debian's package…\n`)
  const folder = `${cacheOf(programs.name)}-${process.pid}` // Another process may unpack it at the same time.
  try {
    for (const name of ['files', 'lists/partial', 'archives/partial'])
      mkdirSync(join(folder, name), { recursive: true })
    if (!download({ programs, folder }) && !(readOwnLists(folder) && download({ programs, folder }))) return false
    for (const file of archivesIn(folder)) run('dpkg', ['-x', join(folder, 'archives', file), join(folder, 'files')])
    if (!programs.executables.every((path) => existsSync(join(folder, 'files', path)))) return false
    programs.prepare?.(join(folder, 'files'))
    writeStarters({ programs, folder })
    rmSync(join(folder, 'archives'), { recursive: true })
    rmSync(cacheOf(programs.name), { recursive: true, force: true })
    renameSync(folder, cacheOf(programs.name))
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cacheOf(name: string): string {
  return fileURLToPath(new URL(`../node_modules/.cache/${name}`, import.meta.url))
}

/** Reads lists of packages of our own, for a machine that has none or old ones. */
function readOwnLists(folder: string): boolean {
  return run('apt-get', [...ownFolders(folder), ...ownLists(folder), 'update'])
}

const ownFolders = (folder: string): string[] => [
  ...['-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User=root'],
  ...['-o', `Dir::Cache=${folder}`, '-o', 'Dir::Cache::archives=archives'],
]

const ownLists = (folder: string): string[] =>
  readdirSync(join(folder, 'lists')).length > 1 ? ['-o', `Dir::State::lists=${join(folder, 'lists')}`] : []

/** Downloads what an installation would: apt knows what is missing here. */
function download({ programs, folder }: { programs: DebianPrograms; folder: string }): boolean {
  const options = [...ownFolders(folder), ...ownLists(folder), '--yes', '--no-install-recommends', '--download-only']
  return run('apt-get', [...options, 'install', ...programs.packages]) && archivesIn(folder).length > 0
}

function archivesIn(folder: string): string[] {
  return readdirSync(join(folder, 'archives')).filter((file) => file.endsWith('.deb'))
}

function writeStarters({ programs, folder }: { programs: DebianPrograms; folder: string }): void {
  const folders = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.so(\.\d+)*$/.test(path))
    .map((path) => `$files/${join(path, '..')}`)
  for (const executable of programs.executables) {
    const path = join(folder, basename(executable))
    writeFileSync(
      path,
      `#!/bin/sh
files=$(dirname "$0")/files
export LD_LIBRARY_PATH="${[...new Set(folders)].join(':')}"
export PATH="$files/usr/bin:$PATH" XDG_DATA_DIRS="$files/usr/share:/usr/local/share:/usr/share"
exec "$files/${executable}" "$@"
`,
    )
    chmodSync(path, 0o755)
  }
}

function has(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: 300_000 }).status === 0
}
