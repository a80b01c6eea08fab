import { buildDemo } from './buildDemo.ts'
import { ensureChromium } from './chromium.ts'
import { holdOutput } from './holdOutput.ts'
import { ensureRedis, skipsRedis } from './redis.ts'
import { runSuite, type SuiteResult } from './runSuite.ts'
import { add, formatCounts } from './testCounts.ts'
import { formatSlowest, formatUnsteady } from './testProgress.ts'

const [suite, ...args] = process.argv.slice(2)
const e2e = ['--config=e2e/playwright.config.ts']

try {
  const results = await run({ ...process.env, CHROMIUM_PATH: ensureChromium(), ...redisOf(suite) })
  const counts = results.map((result) => result.counts).reduce(add)
  console.log(formatSlowest(results.flatMap(({ times }) => times)))
  console.log(formatUnsteady(results.flatMap(({ unsteady }) => unsteady)))
  console.log(`\n${formatCounts(counts)}`)
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  console.log('\n0 passed, 1 failed')
  process.exitCode = 1
}

/** The stories of a browser need none. */
function redisOf(name: string | undefined): { REDIS_SERVER?: string } {
  return name === 'e2e' || skipsRedis() ? {} : { REDIS_SERVER: ensureRedis() }
}

async function run(env: NodeJS.ProcessEnv): Promise<SuiteResult[]> {
  if (suite === 'unit') return [await runSuite({ runner: 'vitest', args, env })]
  buildDemo(env)
  if (suite === 'e2e') return [await runSuite({ runner: 'playwright', args: [...e2e, ...args], env })]
  return runBoth(env)
}

/** Both at once, since each waits often. The stories' output comes after that of the unit tests. */
async function runBoth(env: NodeJS.ProcessEnv): Promise<SuiteResult[]> {
  const held = holdOutput()
  const [unit, stories] = await Promise.all([
    runSuite({ runner: 'vitest', env }).finally(held.release),
    runSuite({ runner: 'playwright', args: [...e2e, '--workers=50%'], env, onOutput: held.write }),
  ])
  return [unit, stories]
}
