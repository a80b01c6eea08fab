import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildDemo } from './buildDemo.ts'
import { ensureChromium } from './chromium.ts'

/**
 * Records the pictures of every screen of the demo CRM in `docs/screens/crm`, or with `test` compares them. Further words are
 * Playwright's, e.g. `-g deal` for some of them.
 */
const [first, ...others] = process.argv.slice(2)
const isTest = first === 'test'
const options = isTest ? others : process.argv.slice(2)

buildDemo()
if (!isTest && options.length === 0) {
  rmSync(fileURLToPath(new URL('../docs/screens/crm', import.meta.url)), { recursive: true, force: true })
}
const { status } = spawnSync(
  'playwright',
  [
    ...['test', '--config=e2e/playwright.config.ts', 'screens.spec.ts'],
    ...(isTest ? [] : ['--update-snapshots=all']),
    ...options,
  ],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: ensureChromium(), SCREENS: 'all' } },
)
process.exitCode = status ?? 1
