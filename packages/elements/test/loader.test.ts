import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { openWorld } from '../../core/test/openWorld.ts'
import { startPageServer } from './startPageServer.ts'

/** The files of the script-tag build by their path. */
async function buildLoader(): Promise<Map<string, string>> {
  const outDir = await mkdtemp(join(tmpdir(), 'crm-chat-loader-'))
  onTestFinished(() => rm(outDir, { recursive: true }))
  const root = fileURLToPath(new URL('..', import.meta.url))
  await build({
    root,
    configFile: join(root, 'vite.loader.config.ts'),
    logLevel: 'error',
    resolve: { conditions: ['crm-chat-source', 'module', 'browser', 'production'] },
    build: { outDir },
  })
  const names = (await readdir(outDir, { recursive: true })).filter((name) => name.endsWith('.js'))
  const files = names.map(async (name) => [name, await readFile(join(outDir, name), 'utf8')] as const)
  return new Map(await Promise.all(files))
}

test('brings a plain page to life with one script tag, twice included, under a strict policy', async () => {
  const world = openWorld()
  await world.setCount(4)
  const files = await buildLoader()
  expect(files.get('loader.js')).not.toMatch(/\b(import|export)\b\s*[{*"'`]/) // A plain script tag would not run it.
  const policy = `default-src 'none'; script-src 'nonce-{NONCE}'; connect-src ${world.origin}; frame-src ${world.origin}; require-trusted-types-for 'script'; trusted-types 'none'`
  const page = `<!doctype html><title>CRM</title>
    <script async nonce="{NONCE}" src="/kit/loader.js"></script>
    <a href="#chats">Chats <crm-chat-badge endpoint="${world.endpoint}"></crm-chat-badge></a>
    <crm-chat-window endpoint="${world.endpoint}"></crm-chat-window>
    <script async nonce="{NONCE}" src="/kit/loader.js"></script>`
  const url = await startPageServer({ page, files, policy })
  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const tab = await browser.newPage()
  const complaints: string[] = []
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await tab.goto(url)
  await tab.getByRole('link', { name: 'Chats 4 unanswered' }).waitFor()
  await tab.frameLocator('iframe').getByLabel('Message').waitFor()
  expect(await tab.evaluate(() => Object.keys(globalThis).filter((name) => name.length < 3))).toEqual([]) // Not the page's.
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
})

test('takes words that the page gave before the script came', async () => {
  const world = openWorld()
  await world.set({ answers: { window: { status: 403, body: 'No' } } })
  const page = `<!doctype html><crm-chat-window endpoint="${world.endpoint}"></crm-chat-window>
    <script>document.querySelector('crm-chat-window').labels = { failed: 'Не открылось' }</script>
    <script src="/kit/loader.js"></script>`
  const url = await startPageServer({ page, files: await buildLoader(), policy: 'object-src *' })
  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const tab = await browser.newPage()
  await tab.goto(url)
  await tab.getByText('Не открылось').waitFor()
})

test('loads no file for windows on a page with a badge only', async () => {
  const world = openWorld()
  await world.setCount(4)
  const page = `<!doctype html><crm-chat-badge endpoint="${world.endpoint}"></crm-chat-badge><script src="/kit/loader.js"></script>`
  const url = await startPageServer({ page, files: await buildLoader(), policy: 'object-src *' })
  const browser = await chromium.launch(chromiumLaunchOptions())
  onTestFinished(() => browser.close())
  const tab = await browser.newPage()
  const loaded: string[] = []
  tab.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await tab.goto(url)
  await tab.getByRole('img', { name: '4 unanswered' }).waitFor()
  expect(loaded.filter((path) => /runWindow|operations|seldom/.test(path))).toEqual([])
  expect(loaded).toContain('/kit/loader/live.js')
})
