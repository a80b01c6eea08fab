import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { createServer, type UserConfig } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { runCli } from '../../cli/test/runCli.ts'

/** Starts `crm-chat proxy --sandbox`, and returns what it prints. */
async function startProxy(): Promise<string> {
  const { output } = runCli(['proxy', '--sandbox', '--port', '0', '--sandbox-port', '0'])
  await expect.poll(() => output.stdout).toContain('Ctrl+C')
  return output.stdout
}

/** The lines of a text that begin with some words, without them. */
function linesOf({ text, beginnings }: { text: string; beginnings: string[] }): string[] {
  const lines = text.split('\n').map((line) => line.trim())
  return beginnings.map((beginning) => lines.find((line) => line.startsWith(beginning)) ?? '')
}

/** Settings as a person types them between the braces of a configuration. */
const typed = (settings: string) => new Function(`return { ${settings} }`)()

/** Serves a page with three lines of code as Vite does in development; without their endpoint if its query is `?behind`. */
async function serve({ lines: [first, second, third], settings }: { lines: string[]; settings: UserConfig }) {
  const root = fileURLToPath(new URL('page', import.meta.url))
  const source = fileURLToPath(new URL('../src', import.meta.url))
  const main = `${root}/typed.tsx`
  const code = `import { createRoot } from 'react-dom/client'
    ${first}
    ${second}
    const behind = ${third?.replace(/ endpoint="[^"]*"/, '')}
    createRoot(document.querySelector('#root')).render(location.search === '?behind' ? behind : ${third})`
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: {
      conditions: ['crm-chat-source', 'module', 'browser', 'development|production'],
      alias: [
        { find: /^@crm-chat\/react\/styles\.css$/, replacement: `${source}/styles.css` },
        { find: /^@crm-chat\/react$/, replacement: `${source}/index.ts` },
      ],
    },
    plugins: [
      {
        name: 'typed lines',
        resolveId: (id) => (id === '/typed.tsx' ? main : undefined),
        load: (id) => (id === main ? code : undefined),
      },
    ],
    optimizeDeps: { entries: ['badge.html'] }, // It needs the same, and can be read before it is served.
    server: { ...settings.server, host: '127.0.0.1', port: 0, hmr: false },
  })
  onTestFinished(() => server.close())
  await server.listen()
  return server.resolvedUrls?.local[0] ?? ''
}

test('the lines that crm-chat proxy --sandbox prints bring a live badge, from another port and behind the proxy of Vite', async () => {
  const text = await startProxy()
  const lines = linesOf({ text, beginnings: ['import {', "import '", '<ChatProvider'] })
  const [vite = ''] = linesOf({ text, beginnings: ['Vite, in vite.config:'] })
  const settings: UserConfig = typed(vite.replace('Vite, in vite.config:', ''))
  const url = await serve({ lines, settings })
  const queries = ['', '?behind']
  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const tabs = await Promise.all(queries.map(() => browser.newPage()))
  const complaints: string[] = []
  const asked = new Set<string>()
  for (const tab of tabs) {
    tab.on('pageerror', (error) => complaints.push(error.message))
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    tab.on('request', (request) => request.url().endsWith('/chat/events') && asked.add(new URL(request.url()).origin))
  }
  await Promise.all(tabs.map((tab, index) => tab.goto(`${url}firstSteps.html${queries[index]}`)))
  await expect.poll(() => asked.size).toBe(2)
  const [, command = '', data = ''] = /curl (\S+)[^\n]+\n\s+-d '([^']+)'/.exec(text) ?? []
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(command, { method: 'POST', headers, body: data })).status).toBeLessThan(300)
  await Promise.all(tabs.map((tab) => tab.getByRole('img', { name: '1 unanswered' }).waitFor()))
  expect(complaints).toEqual([])
  const [proxy = ''] = /http:[^"]+(?=\/chat")/.exec(lines.join()) ?? []
  expect(asked).toEqual(new Set([proxy, new URL(url).origin]))
})
