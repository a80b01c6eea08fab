import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findPnpm } from './buildDemo.ts'
import { chromiumLaunchOptions, ensureChromium } from './chromium.ts'
import { startDemo } from './demo.ts'

/**
 * Audits screens of the demo CRM with Lighthouse, as its users see them on a desktop and on a phone. Fails for a score
 * below {@link leastScore}, and names the audits that cost points. Lighthouse is downloaded for the run, and not with the
 * workspace. `pnpm lighthouse [word …]` audits the screens whose names contain one of the words; with `--rounds 5`, each
 * screen five times, of which the round with the median performance counts. The speed of the machine in each round is
 * Lighthouse's own figure: phones count as four times slower than this machine, so a busy one scores badly.
 */
const leastScore = 95
const lighthouse = 'lighthouse@12.8.2'
const categories = ['performance', 'accessibility', 'best-practices'] as const

/** Screens of {@link userId}, by name. */
const screens = {
  contacts: '/contacts',
  'contact card': '/contacts/maria-lindqvist',
  'deals board': '/deals',
  'deal card': '/deals/bedside-lamps',
  chats: '/chats',
}
const userId = 'ann'
const devices = { desktop: ['--preset=desktop'], phone: [] }

/** The part of Lighthouse's report that is read here. */
interface Report {
  categories: Record<(typeof categories)[number], { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>
  environment: { benchmarkIndex: number }
}

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '1' } },
})
const rounds = Math.max(1, Number.parseInt(values.rounds, 10))
const chosen = Object.entries(screens).filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
)
const executablePath = ensureChromium()
const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'))
const demo = await startDemo({
  apiKey: 'sandbox_wazzup',
  crmPort: 0,
  sandboxPort: 0,
  hasWebhooks: true,
  hasInbox: true,
})
let failures = 0
try {
  const cookie = await logIn()
  for (const [name, path] of chosen)
    for (const [device, options] of Object.entries(devices))
      show(`${name}, ${device}`, auditRounds({ path, options, cookie }))
  const audited = chosen.length * Object.keys(devices).length
  console.log(`\n${audited - failures} of ${audited} audits have scores of at least ${leastScore}`)
  process.exitCode = failures === 0 && audited > 0 ? 0 : 1
} finally {
  await demo.stop()
  rmSync(folder, { recursive: true })
}

async function logIn(): Promise<string> {
  const response = await fetch(`${demo.crm.url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: demo.crm.url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ userId }),
  })
  const [cookie] = response.headers.getSetCookie()
  if (!response.ok || !cookie) throw new Error(`The CRM answered the login with ${response.status}.`)
  return cookie.split(';')[0] ?? ''
}

/** Returns the reports of all rounds, the best performance first. */
function auditRounds(parameters: AuditParameters): Report[] {
  const reports = Array.from({ length: rounds }, () => audit(parameters))
  return reports.sort((left, right) => scoreOf(right, 'performance') - scoreOf(left, 'performance'))
}

interface AuditParameters {
  path: string
  options: string[]
  cookie: string
}

function audit({ path, options, cookie }: AuditParameters): Report {
  const { command, args, shell } = findPnpm(process.env)
  const output = join(folder, 'report.json')
  const run = spawnSync(
    command,
    [
      ...[...args, 'dlx', lighthouse, demo.crm.url + path, ...options],
      ...['--quiet', '--output=json', `--output-path=${output}`],
      `--only-categories=${categories.join(',')}`,
      `--extra-headers=${JSON.stringify({ cookie })}`,
      `--chrome-flags=--headless=new ${chromiumLaunchOptions().args.join(' ')}`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], shell, env: { ...process.env, CHROME_PATH: executablePath } },
  )
  if (run.status !== 0) throw new Error(`Lighthouse ended with ${run.status} at ${path}.`)
  return JSON.parse(readFileSync(output, 'utf8')) as Report // The version is pinned.
}

function show(name: string, reports: Report[]): void {
  const report = reports[Math.floor(reports.length / 2)]
  if (!report) return
  const scores = categories.map((category) => ({ category, score: scoreOf(report, category) }))
  const isGood = scores.every(({ score }) => score >= leastScore)
  if (!isGood) failures += 1
  console.log(
    `\n${isGood ? '✓' : '✗'} ${name}: ${scores.map(({ category, score }) => `${category} ${score}`).join(', ')}`,
  )
  for (const round of reports)
    console.log(
      `    performance ${scoreOf(round, 'performance')}: ${metricsOf(round)}, speed of the machine ${round.environment.benchmarkIndex}`,
    )
  for (const { category, score } of scores) if (score < 100) console.log(listLosses({ report, category }).join('\n'))
}

function scoreOf(report: Report, category: (typeof categories)[number]): number {
  return Math.round((report.categories[category].score ?? 0) * 100)
}

function metricsOf({ categories: { performance }, audits }: Report): string {
  return performance.auditRefs
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => `${id} ${audits[id]?.displayValue}`)
    .join(', ')
}

function listLosses({ report, category }: { report: Report; category: (typeof categories)[number] }): string[] {
  return report.categories[category].auditRefs.flatMap(({ id, weight }) => {
    const audit = report.audits[id]
    if (!audit || weight === 0 || audit.score === null || audit.score >= 0.95) return []
    return [`    ${Math.round(audit.score * 100)} ${audit.title}${audit.displayValue ? `: ${audit.displayValue}` : ''}`]
  })
}
