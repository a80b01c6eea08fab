import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openTerminal, type Running } from './packed/openTerminal.ts'
import { findObstacle, openWorkshop, type Workshop } from './packed/openWorkshop.ts'
import { readSteps, type Steps } from './packed/readSteps.ts'
import { sendMessage } from './packed/sendMessage.ts'
import { openBrowser, watchPage } from './packed/watchPage.ts'
import { isPortFree } from './ports.ts'

const installMs = 15 * 60_000
const obstacle = findObstacle()
let workshop: Workshop
let browser: Browser

beforeAll(async () => {
  if (obstacle) return
  workshop = await openWorkshop()
  browser = await openBrowser()
}, installMs)

afterAll(async () => {
  await browser?.close()
  await workshop?.close()
}, 60_000)

/** A kind of project, and how a person begins one. */
interface Kind {
  /** Words that its paragraph in the README begins with. */
  paragraph: string
  /** Commands that make an app and go into its folder, before the steps. */
  beginning: string[]
  folder: string
  /** Where the lines go. */
  file: string
  paste: (parameters: { file: string; lines: string[] }) => void
  /** Starts the pages, unless the second step does. */
  dev?: string
}

/** Puts two lines at the top of a component, and the third into what it returns. */
function pasteIntoComponent({ file, lines }: { file: string; lines: string[] }): void {
  const text = readFileSync(file, 'utf8')
  const returned = text.replace(/return \(\s*<[^>]*>/, (start) => `${start}\n${lines[2]}\n`)
  expect(returned).not.toBe(text)
  writeFileSync(file, `${lines[0]}\n${lines[1]}\n${returned}`)
}

const kinds: Record<string, Kind> = {
  Vite: {
    paragraph: 'In a Vite or Next app',
    beginning: ['npm create vite@latest my-vite -- --template react-ts', 'npm install --prefix my-vite'],
    folder: 'my-vite',
    file: 'src/App.tsx',
    paste: pasteIntoComponent,
    dev: 'npm run dev',
  },
  Next: {
    paragraph: 'In a Vite or Next app',
    beginning: ['npx --yes create-next-app@latest my-next --yes'],
    folder: 'my-next',
    file: 'app/page.tsx',
    paste: pasteIntoComponent,
    dev: 'npm run dev',
  },
  'plain HTML': {
    paragraph: 'On a plain HTML page',
    beginning: [],
    folder: 'my-pages',
    file: 'index.html',
    paste: ({ file, lines }) => writeFileSync(file, lines.join('\n')),
  },
}

/** The README names the usual ports. Where one is taken, the environment and the lines have another one. */
async function choosePorts(): Promise<{ env: NodeJS.ProcessEnv; adapt: (line: string, printed: string) => string }> {
  const free = (await isPortFree(8080)) && (await isPortFree(4010))
  if (free) return { env: {}, adapt: (line) => line }
  const adapt = (line: string, printed: string) => {
    const [, port = ''] = /Proxy +http:\/\/127\.0\.0\.1:(\d+)/.exec(printed) ?? []
    return line.replaceAll(':8080', `:${port}`)
  }
  return { env: { PORT: '0', SANDBOX_PORT: '0' }, adapt }
}

/** Types what the README says. @returns the second step, which goes on */
async function typeSteps({
  commands,
  folder,
  env,
}: Pick<Steps, 'commands'> & { folder: string; env: NodeJS.ProcessEnv }): Promise<Running> {
  const terminal = openTerminal({ folder, env })
  await terminal.run(commands[0] ?? '')
  const proxy = terminal.start(commands[1] ?? '')
  onTestFinished(proxy.stop)
  await proxy.find(/Ctrl\+C/)
  return proxy
}

function startPages({ kind, folder }: { kind: Kind; folder: string }): Running | undefined {
  if (kind.dev === undefined) return undefined
  const pages = openTerminal({ folder, env: workshop.env }).start(kind.dev)
  onTestFinished(pages.stop)
  return pages
}

test.for(Object.entries(kinds))(
  'the two steps and three lines of the README bring a live badge and a window: %s',
  { timeout: installMs },
  async ([, kind], { skip }) => {
    if (obstacle) skip(obstacle)
    const { commands, lines } = readSteps(kind.paragraph)
    expect([commands.length, lines.length]).toEqual([2, 3])
    const outside = openTerminal({ folder: workshop.folder, env: workshop.env })
    for (const command of kind.beginning) await outside.run(command)
    const folder = join(workshop.folder, kind.folder)
    mkdirSync(folder, { recursive: true })
    const pages = startPages({ kind, folder })
    const url = pages && (await pages.find(/Local:\s+(http:\S+)/))[1]
    const ports = await choosePorts()
    const proxy = await typeSteps({ commands, folder, env: { ...workshop.env, ...ports.env } })
    const printed = proxy.output()
    const typed = lines.map((line) => ports.adapt(line, printed))
    for (const line of [...typed, ...commands.slice(0, 1)]) expect(printed).toContain(line)
    kind.paste({ file: join(folder, kind.file), lines: typed })

    const { page, complaints } = await watchPage(browser)
    onTestFinished(() => page.close())
    await Promise.all([
      page.waitForRequest((request) => request.url().endsWith('/chat/events')),
      page.goto(url ?? ports.adapt('http://127.0.0.1:8080', printed)),
    ])
    for (const count of [1, 2]) {
      await sendMessage(printed)
      await page
        .getByRole('img', { name: `${count} unanswered` })
        .first()
        .waitFor()
    }
    await page.getByRole('button', { name: /^Open chats/ }).click()
    await page.frameLocator('iframe[src*="127.0.0.1"]').getByText('Is my order ready?').first().waitFor()
    expect(complaints).toEqual([])
  },
)
