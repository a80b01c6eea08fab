import { spawnSync } from 'node:child_process'

/** Builds the sandbox and the demo CRM, as far as they have changed. @throws {Error} when that fails. */
export function buildDemo(env: NodeJS.ProcessEnv = process.env): void {
  const { command, args, shell } = findPnpm(env)
  const { status, error } = spawnSync(command, [...args, 'run', 'build:demo'], { stdio: 'inherit', env, shell })
  if (status !== 0) throw new Error(`\`pnpm run build:demo\` failed${error ? `: ${error.message}` : ''}.`)
}

/** The pnpm that runs this script, or else the one of the path, which is a batch file on Windows. */
export function findPnpm({ npm_execpath: own = '' }: NodeJS.ProcessEnv): {
  command: string
  args: string[]
  shell: boolean
} {
  if (!/pnpm[^/\\]*$/.test(own)) return { command: 'pnpm', args: [], shell: process.platform === 'win32' }
  const isScript = /\.[cm]?js$/.test(own)
  return { command: isScript ? process.execPath : own, args: isScript ? [own] : [], shell: false }
}
