import { spawnSync } from 'node:child_process'

/** Builds the sandbox and the demo CRM, as far as they have changed. @throws {Error} when that fails. */
export function buildDemo(env: NodeJS.ProcessEnv = process.env): void {
  const { status, error } = spawnSync('pnpm', ['run', 'build:demo'], { stdio: 'inherit', env })
  if (status !== 0) throw new Error(`\`pnpm run build:demo\` failed${error ? `: ${error.message}` : ''}.`)
}
