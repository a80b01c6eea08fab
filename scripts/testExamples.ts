import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { openTerminal, type Running } from './packed/openTerminal.ts'
import { findObstacle, openWorkshop, type Workshop } from './packed/openWorkshop.ts'
import { openBrowser, watchPage } from './packed/watchPage.ts'

/**
 * Runs the examples, or those that are named, one after the other: each is copied to an empty folder, takes our packages as they
 * would be published, is built, started and opened in a browser.
 */
const examples = 'apps/examples'
const wanted = process.argv.slice(2)
const names = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (wanted.length === 0 || wanted.includes(entry.name)))
  .map(({ name }) => name)
const liveMs = 2 * 60_000

const obstacle = findObstacle()
if (obstacle) {
  console.log(`0 passed, 0 failed, ${names.length} not tried: ${obstacle}`)
  process.exitCode = 1
} else {
  const failed = await testAll()
  console.log(`\n${names.length - failed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || names.length === 0 ? 1 : 0
}

async function testAll(): Promise<number> {
  const workshop = await openWorkshop()
  const browser = await openBrowser()
  let failed = 0
  for (const name of names) {
    const startedAt = performance.now()
    const report = (text: string) =>
      console.log(`${name}: ${text} (${((performance.now() - startedAt) / 1000).toFixed(0)} s)`)
    try {
      await testExample({ name, workshop, browser, report })
      report('passed')
    } catch (error) {
      failed += 1
      report(`failed. ${error instanceof Error ? error.message : error}`)
    }
  }
  await browser.close()
  await workshop.close()
  return failed
}

interface ExampleParameters {
  name: string
  workshop: Workshop
  browser: Browser
  /** Writes a line of progress. */
  report: (text: string) => void
}

async function testExample({ name, workshop, browser, report }: ExampleParameters): Promise<void> {
  const folder = join(workshop.folder, name)
  cpSync(join(examples, name), folder, {
    recursive: true,
    filter: (path) => !/[/\\](node_modules|dist|\.next|\.angular)$/.test(path),
  })
  const [port, sandboxPort] = await findPorts()
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`
  const env = { ...workshop.env, PORT: port, SANDBOX_PORT: sandboxPort, WAZZUP_URL: sandboxUrl }
  const terminal = openTerminal({ folder, env })
  await terminal.run('npm install')
  report('installed')
  await terminal.run('npm run build --if-present')
  report('built')
  const started: Running[] = []
  try {
    for (const script of ['sandbox', 'start'].filter((each) => hasScript({ folder, script: each }))) {
      started.push(terminal.start(`npm run ${script}`))
    }
    const url = `http://127.0.0.1:${port}/`
    const ready = Promise.all([waitForPage(url), waitForPage(`${sandboxUrl}/livez`)])
    await Promise.race([ready, ...started.map(failAtEnd)])
    report('started')
    await openExample({ url, sandboxUrl, browser })
  } finally {
    for (const running of started.reverse()) await running.stop()
  }
}

/** Looks at an example as a person does: at the number, which rises, at the card's chat, and at the window of the launcher. */
async function openExample({
  url,
  sandboxUrl,
  browser,
}: {
  url: string
  sandboxUrl: string
  browser: Browser
}): Promise<void> {
  const { page, complaints } = await watchPage(browser)
  try {
    await page.goto(url)
    for (const count of [1, 2]) {
      await writeMessage({ sandboxUrl, text: `Message ${count}` })
      await page
        .getByRole('navigation')
        .getByRole('img', { name: `${count} unanswered` })
        .waitFor()
    }
    const chat = page.frameLocator('main iframe, crm-chat-window iframe')
    await chat.getByText('Message 2').first().waitFor()
    await page.getByRole('button', { name: /^Open chats/ }).click()
    await page.getByRole('dialog').locator('iframe').contentFrame().getByText('Message 2').first().waitFor()
    if (complaints.length > 0) throw new Error(`The console has errors:\n${complaints.join('\n')}`)
  } finally {
    await page.close()
  }
}

async function writeMessage({ sandboxUrl, text }: { sandboxUrl: string; text: string }): Promise<void> {
  const response = await fetch(`${sandboxUrl}/_sandbox/simulate/message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chatType: 'whatsapp', chatId: '79998887766', text }),
  })
  if (!response.ok) throw new Error(`The sandbox took no message: ${response.status}`)
}

function hasScript({ folder, script }: { folder: string; script: string }): boolean {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  return Object.hasOwn(scripts, script)
}

async function failAtEnd({ ended, output }: Running): Promise<never> {
  const code = await ended
  throw new Error(`A server ended with ${code}:\n${output()}`)
}

/** Two free ports. */
async function findPorts(): Promise<[string, string]> {
  const [first, second] = [createServer(), createServer()]
  const ports = await Promise.all(
    [first, second].map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)) // A TCP server's address is no string.
        }),
    ),
  )
  await Promise.all([first, second].map((server) => new Promise((resolve) => server.close(resolve))))
  return [String(ports[0]), String(ports[1])]
}

async function waitForPage(url: string): Promise<void> {
  const endsAt = performance.now() + liveMs
  while (performance.now() < endsAt) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not respond with a page.`)
}
