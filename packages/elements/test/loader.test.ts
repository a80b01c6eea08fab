import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { openWorld } from '../../core/test/openWorld.ts'
import { buildLoader } from './buildLoader.ts'
import { startBrowser } from './openPage.ts'
import { startPageServer } from './startPageServer.ts'

let files: Map<string, string>
let version: string
/** Path of the first file that the loader imports. */
let runPage: string

const open = startBrowser()

beforeAll(async () => {
  files = await buildLoader()
  version = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')).version
  runPage = `loader/${version}/runPage.js`
})

const anyPolicy = 'object-src *'
const strictest =
  "default-src 'none'; script-src 'nonce-{NONCE}'; require-trusted-types-for 'script'; trusted-types 'none'"

/** Text of the loader as it stands in a page. */
const inline = (): string => (files.get('loader.js') ?? '').replace('./loader/', '/kit/loader/')

const toIntegrity = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`

describe('files', () => {
  test('the loader takes no more than 0.4 KiB, as a plain script or in the page itself', () => {
    const loader = files.get('loader.js') ?? ''
    expect(brotliCompressSync(loader).length).toBeLessThanOrEqual(0.4 * 1024)
    expect(loader).not.toMatch(/\b(import|export)\b\s*[{*"'`]|<\/|<!--|sourceMappingURL/)
  })

  test('all others stand in a folder of their version', () => {
    const names = [...files.keys()].filter((name) => !name.startsWith(`loader/${version}/`))
    expect(names.sort()).toEqual(['integrity.json', 'loader.js'])
    expect(files.get(runPage)).toBeDefined()
    expect(files.get(runPage), 'it waits for no other file').not.toMatch(/\bimport\s*[{"'`]/)
  })

  test('the README has the text of the loader, for pages that it stands in', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const [, text] = /```html\n<script nonce="…">\n(.*)\n<\/script>\n```/.exec(readme) ?? []
    expect(text).toBe(
      files.get('loader.js')?.trim().replace(`./loader/${version}/`, '/assets/crm-chat/loader/VERSION/'),
    )
  })

  test('integrity.json has the value of every script', () => {
    const values = [...files].filter(([name]) => name.endsWith('.js')).map(([name, text]) => [name, toIntegrity(text)])
    expect(JSON.parse(files.get('integrity.json') ?? '')).toEqual(Object.fromEntries(values))
  })
})

describe('a page', () => {
  test('comes to life with one script tag, twice included, under a strict policy', async () => {
    const world = openWorld()
    await world.setCount(4)
    const page = `<!doctype html><title>CRM</title>
      <script async nonce="{NONCE}" src="/kit/loader.js"></script>
      <a href="#chats">Chats <crm-chat-badge endpoint="${world.endpoint}"></crm-chat-badge></a>
      <crm-chat-window endpoint="${world.endpoint}"></crm-chat-window>
      <script async nonce="{NONCE}" src="/kit/loader.js"></script>`
    const policy = `${strictest}; connect-src ${world.origin}; frame-src ${world.origin}`
    const { tab, complaints } = await open(await startPageServer({ page, files, policy }))
    await tab.getByRole('link', { name: 'Chats 4 unanswered' }).waitFor()
    await tab.frameLocator('iframe').getByLabel('Message').waitFor()
    expect(await tab.evaluate(() => Object.keys(globalThis).filter((name) => name.length < 3))).toEqual([]) // Not the page's.
    expect(complaints).toEqual([])
  })

  test('takes words that it gave before the script came', async () => {
    const world = openWorld()
    await world.set({ answers: { window: { status: 403, body: 'No' } } })
    const page = `<!doctype html><crm-chat-window endpoint="${world.endpoint}"></crm-chat-window>
      <script>document.querySelector('crm-chat-window').labels = { failed: 'Не открылось' }</script>
      <script src="/kit/loader.js"></script>`
    const { tab } = await open(await startPageServer({ page, files, policy: anyPolicy }))
    await tab.getByText('Не открылось').waitFor()
  })

  test('with a badge only loads no file for windows', async () => {
    const world = openWorld()
    await world.setCount(4)
    const page = `<!doctype html><crm-chat-badge endpoint="${world.endpoint}"></crm-chat-badge><script src="/kit/loader.js"></script>`
    const { tab, requested } = await open(await startPageServer({ page, files, policy: anyPolicy }))
    await tab.getByRole('img', { name: '4 unanswered' }).waitFor()
    expect(requested.filter((path) => /runWindow|operations|seldom/.test(path))).toEqual([])
    expect(requested).toContain(`/kit/loader/${version}/live.js`)
  })

  test('that has the package in its bundle too gets each element, and each rule, once', async () => {
    const world = openWorld()
    await world.setCount(4)
    const bundle = await build({
      stdin: {
        contents: "import { defineElements } from './src/index.ts'; defineElements(); defineElements()",
        resolveDir,
      },
      bundle: true,
      format: 'iife',
      write: false,
      conditions: ['crm-chat-source'],
      loader: { '.css': 'text' },
      logLevel: 'error',
      plugins: [{ name: 'inline', setup: ({ onResolve }) => void onResolve({ filter: /\.css\?inline$/ }, toStyles) }],
    })
    const all = new Map(files).set('bundle.js', bundle.outputFiles[0]?.text ?? '')
    const page = `<!doctype html><crm-chat-badge endpoint="${world.endpoint}"></crm-chat-badge>
      <script src="/kit/bundle.js"></script><script src="/kit/loader.js"></script>`
    const { tab, complaints } = await open(await startPageServer({ page, files: all, policy: anyPolicy }))
    await tab.evaluate(() => window.crmChat?.ready())
    await tab.getByRole('img', { name: '4 unanswered' }).waitFor()
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(1)
    expect(complaints).toEqual([])
  })
})

const resolveDir = fileURLToPath(new URL('..', import.meta.url))
const toStyles = ({ path }: { path: string }) => ({
  path: fileURLToPath(new URL(`../../core/src/look/${path.replace('?inline', '')}`, import.meta.url)),
})

describe('calls', () => {
  test('made before the elements have come are kept in order, under a strict policy', async () => {
    const world = openWorld()
    await world.setCount(4)
    const script = `<script nonce="{NONCE}">${inline()}</script>`
    const page = `<!doctype html>${script}
      <script nonce="{NONCE}">
        var heard = []
        var first = crmChat
        crmChat.setLocale('ru')
        crmChat.on('event', function (message) { heard.push(message.type) })
        for (let name of ['open', 'close', 'toggle', 'ready'])
          crmChat[name]().then(() => heard.push(name), (error) => heard.push(error.message))
      </script>
      ${script}
      <crm-chat-launcher endpoint="${world.endpoint}"></crm-chat-launcher>`
    const policy = `${strictest}; connect-src ${world.origin}; frame-src ${world.origin}`
    const { tab, complaints } = await open(await startPageServer({ page, files, policy }))
    const heard = () => tab.evaluate(() => (window as unknown as { heard: string[] }).heard)
    await expect.poll(async () => (await heard()).toSorted()).toEqual(['close', 'open', 'ready', 'toggle'])
    await tab.getByRole('dialog', { name: 'Чаты' }).frameLocator('iframe').getByLabel('Message').waitFor()
    await world.post({ type: 'WZ_OPEN_ENTITY' })
    await expect.poll(heard).toContain('WZ_OPEN_ENTITY')
    expect(await tab.evaluate(() => window.crmChat === (window as unknown as { first: unknown }).first)).toBe(true)
    await tab.evaluate(() => window.crmChat?.close())
    await tab.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
  })

  test('reject with a reason when the elements do not come, and try again', async () => {
    const some = new Map(files)
    some.delete(runPage)
    const page = `<!doctype html><script>${inline()}</script><crm-chat-launcher endpoint="${openWorld().endpoint}"></crm-chat-launcher>`
    const { tab, complaints } = await open(await startPageServer({ page, files: some, policy: anyPolicy }))
    const call = () =>
      tab.evaluate(() =>
        window.crmChat?.open().then(
          () => 'opened',
          ({ name, code, message }) => ({ name, code, message }),
        ),
      )
    const message = expect.stringMatching(/^The chat did not load: .*runPage\.js/)
    expect(await call()).toEqual({ name: 'CrmChatError', code: 'not_loaded', message })
    await vi.waitFor(() => expect(complaints).toContainEqual(message))
    for (const [name, text] of files) some.set(name, text)
    expect(await call()).toBe('opened')
    expect(await tab.getByRole('dialog', { name: 'Chats' }).isVisible()).toBe(true)
  })

  test('that have no effect reject with a reason', async () => {
    const page = '<!doctype html><script src="/kit/loader.js"></script><crm-chat-badge></crm-chat-badge>'
    const { tab } = await open(await startPageServer({ page, files, policy: anyPolicy }))
    const reasons = await tab.evaluate(() => {
      const { crmChat } = window
      const calls = [
        crmChat?.open(),
        crmChat?.toggle({ element: 'crm-chat-badge' }),
        crmChat?.on('opened' as 'event', () => undefined),
      ]
      return Promise.all(calls.map((call) => call?.catch(({ code, message }) => `${code}: ${message}`)))
    })
    expect(reasons).toEqual([
      expect.stringMatching(/^no_element: The page has no crm-chat-launcher/),
      expect.stringMatching(/^no_element: <crm-chat-badge> does not open/),
      expect.stringMatching(/^unknown_event: There is no event "opened": on\(\) has ready, error/),
    ])
  })

  test('open a chat, and listen until they are told to stop', async () => {
    const world = openWorld()
    const page = `<!doctype html><script src="/kit/loader.js"></script><crm-chat-launcher endpoint="${world.endpoint}"></crm-chat-launcher>`
    const { tab } = await open(await startPageServer({ page, files, policy: anyPolicy }))
    const activeChat = { chatType: 'whatsapp', chatId: '79998887766' } as const
    await tab.evaluate(async (chat) => {
      const stop = await window.crmChat?.on('event', ({ type }) => {
        document.title = type
        stop?.()
      })
      await window.crmChat?.open({ activeChat: chat })
    }, activeChat)
    await tab.frameLocator('iframe').getByLabel('Message').waitFor()
    const bodies = (await world.see()).requests.filter(({ operation }) => operation === 'window')
    expect(bodies.map(({ body }) => JSON.parse(body))).toEqual([{ scope: 'global', activeChat }])
    for (const type of ['WZ_OPEN_ENTITY', 'WZ_CREATE_ENTITY']) await world.post({ type })
    await expect.poll(() => tab.title()).toBe('WZ_OPEN_ENTITY')
    expect(await tab.title()).toBe('WZ_OPEN_ENTITY')
  })
})

describe('integrity', () => {
  const importMap = (): string => {
    const values = Object.entries(JSON.parse(files.get('integrity.json') ?? '')) as [string, string][]
    return JSON.stringify({ integrity: Object.fromEntries(values.map(([path, value]) => [`/kit/${path}`, value])) })
  }

  test('of the loader is checked at another origin, from where it imports the rest', async () => {
    const world = openWorld()
    await world.setCount(4)
    const cdn = await startPageServer({ page: '', files, policy: anyPolicy })
    const value = toIntegrity(files.get('loader.js') ?? '')
    const page = `<!doctype html><crm-chat-badge endpoint="${world.endpoint}"></crm-chat-badge>
      <script async crossorigin src="${cdn}kit/loader.js" integrity="${value}"></script>`
    const { tab, complaints } = await open(await startPageServer({ page, files: new Map(), policy: anyPolicy }))
    await tab.getByRole('img', { name: '4 unanswered' }).waitFor()
    expect(complaints).toEqual([])
  })

  test.each(['runPage.js', 'live.js'])('of %s is checked by an import map of the page', async (name) => {
    const world = openWorld()
    await world.setCount(4)
    const page = `<!doctype html><script type="importmap">${importMap()}</script>
      <crm-chat-badge endpoint="${world.endpoint}"></crm-chat-badge><script src="/kit/loader.js"></script>`
    const { tab } = await open(await startPageServer({ page, files, policy: anyPolicy }))
    await tab.getByRole('img', { name: '4 unanswered' }).waitFor()
    const path = `loader/${version}/${name}`
    const forged = new Map(files).set(path, `${files.get(path)};document.title = 'forged'`)
    const { tab: other, complaints } = await open(await startPageServer({ page, files: forged, policy: anyPolicy }))
    await expect.poll(() => complaints.join()).toMatch(/integrity/)
    expect(await other.title()).toBe('')
  })
})
