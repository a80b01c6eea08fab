import { fileURLToPath } from 'node:url'
import { bundleCommand } from '../../../scripts/bundleCommand.ts'

/** Bundles the server for tests that run it as a process. Runs once, before all tests. */
export function setup(): Promise<void> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  return bundleCommand({ root, entry: 'src/server/main.ts', outDir: 'node_modules/.test' })
}
