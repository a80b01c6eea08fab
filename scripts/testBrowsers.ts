import type { DrivenBrowser } from './browsers/drivenBrowser.ts'
import { ensureFirefox } from './browsers/firefox.ts'
import { openFirefox } from './browsers/openFirefox.ts'
import { openWebKit } from './browsers/openWebKit.ts'
import { browserVariable } from './browsers/testedBrowser.ts'
import { ensureWebKit } from './browsers/webKit.ts'
import { runSuite } from './runSuite.ts'
import { add, type Counts, formatCounts, formatSkips } from './testCounts.ts'

/** Runs the kit's browser tests in Firefox and in WebKitGTK: `pnpm test:browsers`, `pnpm test:browsers firefox drafts`. */
const browsers: Record<string, { title: string; open: () => Promise<DrivenBrowser> }> = {
  firefox: { title: 'Firefox', open: () => openFirefox(ensureFirefox()) },
  webkit: { title: 'WebKitGTK', open: () => openWebKit(ensureWebKit()) },
}
const given = process.argv.slice(2)
const chosen = given.filter((name) => name in browsers)
const filters = given.filter((name) => !(name in browsers))

let total: Counts = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
for (const [name, { title, open }] of Object.entries(browsers)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const { line, counts, skips } = await test({ name, open }).catch((error) => {
    const message = error instanceof Error ? error.message : String(error)
    return { line: message, counts: { passed: 0, failed: 1, skipped: 0 }, skips: new Map<string, number>() }
  })
  lines.push(`${title} ${line}: ${formatCounts(counts)}${formatSkips(skips)}`)
  total = add(total, counts)
}
console.log(`\n${lines.join('\n')}\n\n${formatCounts(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

async function test({ name, open }: { name: string; open: () => Promise<DrivenBrowser> }): Promise<{
  line: string
  counts: Counts
  skips: Map<string, number>
}> {
  const line = await describe(open)
  console.log(`\n${name} ${line}`)
  const env = { ...process.env, [browserVariable]: name }
  const { counts, skips } = await runSuite({ runner: 'vitest', args: ['--project', '*(browser)', ...filters], env })
  return { line, counts, skips }
}

/** Version of a browser and what it can do, e.g. `153.8.0, with moveBefore`. */
async function describe(open: () => Promise<DrivenBrowser>): Promise<string> {
  const browser = await open()
  try {
    await browser.open('data:text/html,<title>A page</title>')
    const hasMoveBefore = await browser.run('return "moveBefore" in Element.prototype')
    return `${browser.version}, ${hasMoveBefore ? 'with' : 'without'} moveBefore`
  } finally {
    await browser.close()
  }
}
