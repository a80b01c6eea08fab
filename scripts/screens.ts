import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDemo } from './buildDemo.ts'
import { ensureChromium } from './chromium.ts'
import { reduceColors } from './screens/reduceColors.ts'

/**
 * Records the pictures of every screen of the demo CRM in `docs/screens/crm`, or with `test` compares them. Further words are
 * Playwright's, e.g. `-g deal` for some of them.
 */
const folder = fileURLToPath(new URL('../docs/screens/crm', import.meta.url))
const [first, ...others] = process.argv.slice(2)
const isTest = first === 'test'
const options = isTest ? others : process.argv.slice(2)

buildDemo()
if (!isTest && options.length === 0) rmSync(folder, { recursive: true, force: true })
const { status } = spawnSync(
  'playwright',
  [
    ...['test', '--config=e2e/playwright.config.ts', 'screens.spec.ts'],
    ...(isTest ? [] : ['--update-snapshots=all']),
    ...options,
  ],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: ensureChromium(), SCREENS: 'all' } },
)
if (!isTest) shrink()
process.exitCode = status ?? 1

function shrink(): void {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
  for (const path of pictures.map((name) => join(folder, name))) writeFileSync(path, reduceColors(readFileSync(path)))
}
