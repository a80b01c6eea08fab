import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { chromiumLaunchOptions } from '../../../scripts/chromium.ts'
import { runCli } from '../../cli/test/runCli.ts'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { startPageServer } from '../../elements/test/startPageServer.ts'

let browser: Browser
let page: string
let files: Map<string, string>

beforeAll(async () => {
  const settings = chromiumLaunchOptions()
  const args = [...settings.args, '--test-third-party-cookie-phaseout']
  ;[browser, { page, files }] = await Promise.all([chromium.launch({ ...settings, args }), buildPage()])
})
afterAll(() => browser.close())

/** Builds a page as a CRM would, with a placeholder for the nonce of each response. */
async function buildPage(): Promise<{ page: string; files: Map<string, string> }> {
  const root = fileURLToPath(new URL('page', import.meta.url))
  const result = await build({
    root,
    base: '/kit/',
    configFile: false,
    logLevel: 'error',
    html: { cspNonce: '{NONCE}' },
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    resolve: { conditions: ['crm-chat-source', 'module', 'browser', 'production'] },
    build: { write: false, target: 'es2023', rolldownOptions: { input: `${root}/policy.html` } },
  })
  if (!('output' in result)) throw new Error('There is more than one build, or none that ends.')
  const texts = result.output.map(
    (file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)] as const,
  )
  return { page: new Map(texts).get('policy.html') ?? '', files: new Map(texts) }
}

const strictest = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** Opens a world whose vendor is of another site than the page, so that its cookies are a third party's. */
async function openForeignWorld(): Promise<{ world: OpenWorld; vendor: string }> {
  const world = openWorld()
  const link = world.endpoint.replace('127.0.0.1', 'localhost').replace(/chat$/, 'frame')
  await world.set({ link })
  await world.setCount(4)
  return { world, vendor: new URL(link).origin }
}

/** The policy that the command prints for a world. */
async function printPolicy({ world, vendor }: { world: OpenWorld; vendor: string }): Promise<string> {
  const args = ['csp', '--sandbox', vendor, '--url', world.endpoint, '--nonce', '--tab-badge', '--policy', strictest]
  const run = runCli(args)
  await run.exited
  const [, policy = ''] = /^Content-Security-Policy: (.+)\n$/.exec(run.output.stdout) ?? []
  return policy
}

/** Opens the page, and collects what the browser complains about: policies, errors, failed requests. */
async function open({
  world,
  policy,
  query = {},
}: {
  world: OpenWorld
  policy: string
  query?: Record<string, string>
}): Promise<{ tab: Page; complaints: string[] }> {
  const url = await startPageServer({ page, files, policy })
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const tab = await context.newPage()
  const complaints: string[] = []
  tab.on('pageerror', (error) => complaints.push(error.message))
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await tab.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      reportError(
        new Error(`${effectiveDirective} ${URL.canParse(blockedURI) ? new URL(blockedURI).origin : blockedURI}`),
      ),
    ),
  )
  await tab.goto(`${url}?${new URLSearchParams({ endpoint: world.endpoint, ...query })}`)
  return { tab, complaints }
}

describe('under the policy that crm-chat csp prints, with a nonce, Trusted Types and no cookies of third parties', () => {
  test.each([
    { kit: 'react', root: 'page' },
    { kit: 'react', root: 'shadow' },
    { kit: 'elements', root: 'page' },
    { kit: 'elements', root: 'shadow' },
  ])('everything of the kit works: %j', async (query) => {
    const foreign = await openForeignWorld()
    const { world } = foreign
    const { tab, complaints } = await open({ world, policy: await printPolicy(foreign), query })
    const badge = tab.getByRole('img', { name: 'unanswered' }).first()
    await expect.poll(() => badge.getAttribute('aria-label')).toBe('4 unanswered')
    expect(await badge.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(211, 55, 44)')
    await world.setCount(9)
    await expect.poll(() => badge.getAttribute('aria-label')).toBe('9 unanswered')
    await expect.poll(() => tab.title()).toBe('(9) CRM')
    await expect.poll(() => tab.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:image\/png/)
    await tab.frameLocator('.cc-frame iframe').getByLabel('Message').waitFor()
    await tab.getByRole('button', { name: /Open chats/ }).click()
    const panel = tab.getByRole('dialog', { name: 'Chats' })
    const message = panel.frameLocator('iframe').getByLabel('Message')
    await message.waitFor()
    expect(await panel.evaluate((element) => getComputedStyle(element).position)).toBe('fixed')
    const cookies = message.evaluate(() => {
      Object.assign(document, { cookie: 'third=party; SameSite=None; Secure' })
      return document.cookie
    })
    expect(await cookies).toBe('')
    expect((await world.see()).frameLoads).toHaveLength(2)
    expect(complaints).toEqual([])
  })

  test('nothing more is allowed than the kit needs', async () => {
    const foreign = await openForeignWorld()
    const policy = await printPolicy(foreign)
    const needs = policy
      .replace(strictest, '')
      .split(';')
      .flatMap((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ')
        return sources.map((source) => ({ name, source, without: directive.replace(` ${source}`, '') }))
      })
    expect(needs.map(({ name }) => name)).toEqual([
      'script-src',
      'style-src',
      'connect-src',
      'connect-src',
      'frame-src',
      'img-src',
      'img-src',
    ])
    await Promise.all(
      needs.map(async ({ name, source, without }) => {
        const directive = policy.split(';').find((each) => each.trim().startsWith(name)) ?? ''
        const { tab, complaints } = await open({ ...foreign, policy: policy.replace(directive, without) })
        const own = source === 'data:' ? 'data' : new URL(tab.url()).origin
        const origin = source.startsWith('http') ? source : own
        await expect.poll(() => complaints.join('\n')).toMatch(new RegExp(`^${name}(-elem)? ${origin}$`, 'm'))
      }),
    )
  })
})
