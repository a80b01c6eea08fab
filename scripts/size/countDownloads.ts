import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from 'esbuild'
import { chromiumLaunchOptions } from '../chromium.ts'
import type { Chunk } from './bundle.ts'

/** Parameters of {@link countDownloads}. */
export interface CountDownloadsParameters {
  /** Files of a bundle. The first is its entry. */
  chunks: Chunk[]
  /** Elements to draw inside of the provider, e.g. `UnansweredBadge`. */
  components: string[]
  /** Text or selector of something that is drawn once all has been loaded. */
  sign: string
}

/** Opens a page that uses a bundle in Chromium. Returns the files of the bundle that the browser has requested. */
export async function countDownloads({ chunks, components, sign }: CountDownloadsParameters): Promise<Chunk[]> {
  const requested = new Set<string>()
  const react = await bundleReact()
  const html = toPage({ entry: chunks[0]?.name ?? '', components })
  const server = createServer((request, response) => {
    const path = request.url?.slice(1) ?? ''
    const chunk = chunks.find(({ name }) => name === path)
    if (chunk) requested.add(chunk.name)
    if (chunk || react.has(path))
      send({ response, type: 'text/javascript', body: chunk?.code ?? react.get(path) ?? '' })
    else if (path.startsWith('chat/')) respondAsProxy({ path, response, origin: `http://${request.headers.host}` })
    else send({ response, type: 'text/html', body: path === 'vendor' ? '<p>The vendor’s page' : html })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo // It listens on a port.
  const browser = await chromium.launch(chromiumLaunchOptions())
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.locator(sign).first().waitFor({ state: 'attached' })
    await page.waitForTimeout(500) // Whatever else it may load without being asked.
    return chunks.filter(({ name }) => requested.has(name))
  } finally {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}

function respondAsProxy({ path, response, origin }: { path: string; response: ServerResponse; origin: string }): void {
  const at = '2026-01-02T03:04:05.000Z'
  if (path === 'chat/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(`event: session\ndata: ${JSON.stringify({ userId: '7', serverTime: at })}\n\n`)
    const value = { status: 'live', count: 3, tone: 'red', epoch: 1, seq: 1, at }
    response.write(`event: unanswered\ndata: ${JSON.stringify(value)}\n\n`)
    return
  }
  const capabilities = ['window', 'cardWindow', 'unanswered', 'events']
  const session = { user: { id: '7', name: 'Ann' }, vendor: 'v', chatTypes: [], capabilities, serverTime: at }
  const link = { url: `${origin}/vendor`, origin, expiresAt: null }
  send({ response, type: 'application/json', body: JSON.stringify(path === 'chat/session' ? session : link) })
}

function send({ response, type, body }: { response: ServerResponse; type: string; body: string }): void {
  response.writeHead(200, { 'content-type': type }).end(body)
}

const reactModules = { react: 'react', 'react/jsx-runtime': 'jsx', 'react-dom/client': 'dom' }

/** React as modules of a page: files by their name. */
async function bundleReact(): Promise<Map<string, string>> {
  const resolveDir = resolve('packages/react')
  const require = createRequire(`${resolveDir}/`)
  const contents = (id: string): string => {
    const names = Object.keys(require(id)).filter((name) => /^[a-zA-Z]+$/.test(name))
    return `import * as all from '${id}'; export const { ${names.join(', ')} } = all`
  }
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(Object.entries(reactModules).map(([id, name]) => [name, `entry:${id}`])),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    outdir: '/',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'entry' }))
          onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({ contents: contents(path), resolveDir }))
        },
      },
    ],
  })
  return new Map(outputFiles.map(({ path, text }) => [path.slice(1), text]))
}

function toPage({ entry, components }: { entry: string; components: string[] }): string {
  const imports = Object.fromEntries(Object.entries(reactModules).map(([id, name]) => [id, `/${name}.js`]))
  const styles = readFileSync(resolve('packages/react/dist/styles.css'), 'utf8')
  return `<!doctype html><style>${styles}</style><link rel="icon" href="data:,"><div id="root" style="height: 400px"></div>
<script type="importmap">${JSON.stringify({ imports })}</script>
<script type="module">
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import * as kit from '/${entry}'
const children = ${JSON.stringify(components)}.map((name) => createElement(kit[name], { key: name }))
createRoot(document.querySelector('#root')).render(createElement(kit.ChatProvider, null, children))
</script>`
}
