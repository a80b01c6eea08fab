import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureRedis, skipsRedis } from './redis.ts'

/** Runs the tests that take minutes: those of `*.deep.test.ts`, axe in every language, every row of both kits, the user stories with the tag `@deep`, property tests with random seeds, a long fuzz of the sandbox, a walk through the gallery, and every screen of the demo CRM. */
const seeds = Array.from({ length: Number(process.env.PROPERTY_ROUNDS ?? 5) }, () => randomInt(2 ** 31))
const propertyTests = readdirSync('packages', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
  .map((file) => join('packages', file))
  .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"))

const redis = skipsRedis() ? {} : { REDIS_SERVER: ensureRedis() }
const deepPassed = vitest(['.deep.test.ts', 'everyLanguage', 'kits.browser', 'lazyParts'], { TEST_DEEP: '1' })
const passed =
  deepPassed &&
  seeds.every((seed) => {
    console.log(`\nProperty tests with PROPERTY_SEED=${seed}`)
    return vitest(propertyTests, { PROPERTY_SEED: String(seed) })
  })
const fuzzed = passed && vitest(['--project', 'sandbox', 'test/fuzz'], { FUZZ_REQUESTS: '100000', ...process.env })
const told =
  fuzzed &&
  spawnSync('tsx', ['scripts/test.ts', 'e2e'], { stdio: 'inherit', env: { ...process.env, TEST_DEEP: '1' } }).status ===
    0
const walked = told && spawnSync('tsx', ['scripts/gallery.ts', 'test'], { stdio: 'inherit' }).status === 0
const looked = walked && spawnSync('tsx', ['scripts/screens.ts', 'test'], { stdio: 'inherit' }).status === 0
process.exitCode = looked ? 0 : 1

function vitest(args: string[], env: NodeJS.ProcessEnv): boolean {
  return (
    spawnSync('vitest', ['run', ...args], { stdio: 'inherit', env: { ...process.env, ...redis, ...env } }).status === 0
  )
}
