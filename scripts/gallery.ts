import { spawnSync } from 'node:child_process'
import { findPnpm } from './buildDemo.ts'
import { ensureChromium } from './chromium.ts'

/**
 * Opens the gallery, or with `test` builds it and walks it: console, axe and screenshots. Its tool is installed here, and not with
 * the workspace. `--update` records the screenshots anew.
 */
const [command = 'dev', ...args] = process.argv.slice(2)

runPnpm('install', '--frozen-lockfile', '--prefer-offline')
if (command === 'test') {
  runPnpm('run', 'types')
  runPnpm('run', 'build')
  const options = args.map((arg) => (arg === '--update' ? '--update-snapshots=all' : arg))
  const env = { ...process.env, CHROMIUM_PATH: ensureChromium() }
  end(spawnSync('playwright', ['test', '--config=e2e/gallery.config.ts', ...options], { stdio: 'inherit', env }))
} else runPnpm('run', command)

function runPnpm(...parameters: string[]): void {
  const { command: pnpm, args: prefix, shell } = findPnpm(process.env)
  end(spawnSync(pnpm, [...prefix, '--dir', 'apps/gallery', ...parameters], { stdio: 'inherit', shell }))
}

/** Ends here where a step has failed. */
function end({ status }: { status: number | null }): void {
  if (status !== 0) process.exit(status ?? 1)
}
