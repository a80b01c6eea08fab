import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const names = ['redis-server', 'valkey-server']
const usualFolders = ['/usr/bin', '/usr/local/bin', '/usr/sbin', '/opt/homebrew/bin', '/opt/local/bin', '/snap/bin']
const cache = fileURLToPath(new URL('../node_modules/.cache/redis', import.meta.url))

/** Variable that leaves out the tests which need a Redis. */
export const skipVariable = 'CRM_CHAT_SKIP_REDIS'

/** Returns true where the tests that need a Redis are left out, with `CRM_CHAT_SKIP_REDIS=1`. */
export function skipsRedis(): boolean {
  return process.env[skipVariable] === '1'
}

/** Path of a Redis to test with: `REDIS_SERVER`, the system's Redis or Valkey, or the copy that was unpacked before. */
export function findRedis(): string | undefined {
  return process.env.REDIS_SERVER || [...systemServers(), cached()].find((path) => existsSync(path) && isUsable(path))
}

/**
 * Finds a Redis or installs one: Debian's package, unpacked without root, then the system's package manager when root.
 * @throws {Error} when none can be found or installed, with the next step to take.
 */
export function ensureRedis(): string {
  const wanted = process.env.REDIS_SERVER
  if (wanted && !existsSync(wanted)) throw new Error(`REDIS_SERVER is ${wanted}, but there is no such file.`)
  const found = findRedis() ?? unpack() ?? installWithSystem()
  if (found) return found
  throw new Error(
    'No Redis: none in REDIS_SERVER, on the system or unpacked before, and it could not be installed. Install Redis or ' +
      'Valkey with your package manager and run again, set REDIS_SERVER to its executable, or leave its tests out with ' +
      `${skipVariable}=1.`,
  )
}

function systemServers(): string[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function cached(): string {
  return join(cache, 'redis-server')
}

/** A copy whose libraries are missing does not start. */
function isUsable(path: string): boolean {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.includes('server v') === true
}

/** Downloads Debian's packages and unpacks them into the cache of this project, which needs no root. */
function unpack(): string | undefined {
  if (!has('apt-get') || !has('dpkg')) return undefined
  process.stdout.write("No Redis found. Unpacking Debian's package…\n")
  const folder = `${cache}-${process.pid}` // Another process may unpack one at the same time.
  try {
    for (const name of ['packages', 'files', 'lists/partial', 'archives/partial']) {
      mkdirSync(join(folder, name), { recursive: true })
    }
    if (!download(folder, []) && !download(folder, ownLists(folder))) return undefined
    process.stdout.write('Unpacking…\n')
    for (const name of readdirSync(join(folder, 'packages'))) {
      run('dpkg', ['-x', join(folder, 'packages', name), join(folder, 'files')])
    }
    writeStarter(folder)
    if (!isUsable(cached())) moveToCache(folder)
    return isUsable(cached()) ? cached() : undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function moveToCache(folder: string): void {
  rmSync(cache, { recursive: true, force: true })
  renameSync(folder, cache)
}

/** Options for lists of packages of our own, for a machine that has none. */
function ownLists(folder: string): string[] {
  const options = [`Dir::State::lists=${join(folder, 'lists')}`, `Dir::Cache=${folder}`].flatMap((each) => ['-o', each])
  process.stdout.write('Reading the lists of packages…\n')
  run('apt-get', [...options, 'update'])
  return options
}

function download(folder: string, options: string[]): boolean {
  const depends = spawnSync('apt-cache', [...options, 'depends', 'redis-tools'], { encoding: 'utf8' }).stdout ?? ''
  const libraries = [...depends.matchAll(/^ *\|?Depends: (lib\S+)/gm)].map(([, name = '']) => name)
  const wanted = ['redis-server', 'redis-tools', ...libraries.filter((name) => name !== 'libc6')]
  process.stdout.write('Downloading…\n')
  return run('apt-get', [...options, 'download', ...wanted], join(folder, 'packages'))
}

/** Writes a script that starts the server with the libraries that were unpacked beside it, wherever that is. */
function writeStarter(folder: string): void {
  const files = join(folder, 'files')
  const folders = readdirSync(files, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.so(\.\d+)*$/.test(path))
    .map((path) => `$own/files/${join(path, '..')}`)
  const script = `#!/bin/sh
own=$(dirname "$0")
LD_LIBRARY_PATH="${[...new Set(folders)].join(':')}" exec "$own/files/usr/bin/redis-server" "$@"
`
  writeFileSync(join(folder, 'redis-server'), script)
  chmodSync(join(folder, 'redis-server'), 0o755)
}

function installWithSystem(): string | undefined {
  if (process.getuid?.() !== 0) return undefined
  process.stdout.write("Trying the system's package manager…\n")
  for (const [manager, commands] of Object.entries(packageManagers)) {
    if (!has(manager)) continue
    for (const command of commands) run(manager, command)
  }
  return findRedis()
}

const packageManagers = {
  'apt-get': [['update'], ['install', '-y', '--no-install-recommends', 'redis-server']],
  dnf: [['install', '-y', 'redis']],
  apk: [['add', 'redis']],
}

function has(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}

function run(command: string, args: string[], cwd = '.'): boolean {
  const { status } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
