import { fileURLToPath } from 'node:url'
import { bundleCommand } from '../../../scripts/bundleCommand.ts'

/** Bundles the command for `runCli()`. Runs once, before all tests. */
export function setup(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  return bundleCommand({ root, entry: 'src/cli.ts', outDir: 'node_modules/.test' })
}
