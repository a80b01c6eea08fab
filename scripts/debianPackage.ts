import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A program of a Debian package. */
export interface DebianProgram {
  /** Name of the package, e.g. `nginx`. */
  name: string
  /** Path of the program in the package, e.g. `usr/sbin/nginx`. */
  executable: string
}

/** Path of the copy of a program that {@link unpackDebianPackage} makes, whether it is there or not. */
export function cachedProgram({ name }: DebianProgram): string {
  return join(cacheOf(name), name)
}

/**
 * Downloads a Debian package and the libraries it needs, and unpacks them into the cache of this project, which needs no root.
 * @returns the path of a script that starts the program with those libraries; undefined where it is no Debian, or there is no network
 */
export function unpackDebianPackage(program: DebianProgram): string | undefined {
  if (!has('apt-get') || !has('dpkg')) return undefined
  const cache = cacheOf(program.name)
  process.stdout.write(`No ${program.name} found. Unpacking Debian's package…\n`)
  rmSync(cache, { recursive: true, force: true })
  for (const folder of ['packages', 'files', 'lists/partial', 'archives/partial']) {
    mkdirSync(join(cache, folder), { recursive: true })
  }
  if (!download({ program, options: [] }) && !download({ program, options: readOwnLists(cache) })) return undefined
  for (const file of readdirSync(join(cache, 'packages'))) {
    run('dpkg', { args: ['-x', join(cache, 'packages', file), join(cache, 'files')] })
  }
  return writeStarter({ program, cache })
}

function cacheOf(name: string): string {
  return fileURLToPath(new URL(`../node_modules/.cache/${name}`, import.meta.url))
}

/** Options for lists of packages of our own, for a machine that has none. */
function readOwnLists(cache: string): string[] {
  const options = [`Dir::State::lists=${join(cache, 'lists')}`, `Dir::Cache=${cache}`].flatMap((each) => ['-o', each])
  run('apt-get', { args: [...options, 'update'] })
  return options
}

function download({ program: { name }, options }: { program: DebianProgram; options: string[] }): boolean {
  const depends = spawnSync('apt-cache', [...options, 'depends', name], { encoding: 'utf8' }).stdout ?? ''
  const libraries = [...depends.matchAll(/^ *\|?Depends: ((?:lib|zlib)\S+)/gm)].map(([, library = '']) => library)
  const wanted = [name, ...libraries.filter((library) => library !== 'libc6')]
  return run('apt-get', { args: [...options, 'download', ...wanted], cwd: join(cacheOf(name), 'packages') })
}

function writeStarter({ program, cache }: { program: DebianProgram; cache: string }): string | undefined {
  const files = join(cache, 'files')
  const executable = join(files, program.executable)
  if (!existsSync(executable)) return undefined
  const folders = readdirSync(files, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.so(\.\d+)*$/.test(path))
    .map((path) => join(files, path, '..'))
  const path = cachedProgram(program)
  writeFileSync(path, `#!/bin/sh\nLD_LIBRARY_PATH='${[...new Set(folders)].join(':')}' exec '${executable}' "$@"\n`)
  chmodSync(path, 0o755)
  return path
}

function has(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
}

function run(command: string, { args, cwd = '.' }: { args: string[]; cwd?: string }): boolean {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'ignore'], timeout: 300_000 })
  return status === 0
}
