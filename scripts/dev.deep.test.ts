import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Copy, createCopy } from './mutations/createCopy.ts'
import { openTerminal } from './packed/openTerminal.ts'
import { openBrowser, watchPage } from './packed/watchPage.ts'
import { findFreePort } from './ports.ts'

const patience = { timeout: 2 * 60_000, interval: 250 }

test('`pnpm dev` shows a change of any package without a build or a restart by hand', {
  timeout: 15 * 60_000,
}, async () => {
  const copy = createCopy()
  onTestFinished(copy.remove)
  const { sandboxUrl, pagesUrl } = await startDev(copy)
  const change = createEditor(copy)
  const browser = await openBrowser()
  onTestFinished(() => browser.close())

  const { page } = await watchPage(browser)
  await page.goto(pagesUrl)
  await page.getByRole('button', { name: 'Continue as Ann Reyes' }).click()
  const badge = page.getByRole('link', { name: /^Chats/ }).getByRole('img')
  const reading = (text: string): Locator => badge.and(page.getByRole('img', { name: new RegExp(`^\\d+ ${text}$`) }))
  await reading('unanswered').waitFor() // The inbox was played over webhooks.
  await page.evaluate('window.isSamePage = true')

  change({ file: 'apps/crm/src/web/layout/Brand.tsx', from: /<(\w+)/, to: '<$1 data-changed="crm"' })
  await page.locator('[data-changed="crm"]').first().waitFor()
  change({ file: 'packages/react/src/UnansweredBadge.tsx', from: /role="img"/, to: 'role="img" data-changed="react"' })
  await badge.and(page.locator('[data-changed="react"]')).waitFor()
  expect(await page.evaluate('window.isSamePage')).toBe(true) // Hot: neither has loaded it again.

  change({
    file: 'packages/core/src/look/badge/badgeView.ts',
    from: /other: '\{count\} unanswered'/,
    to: "other: '{count} waiting'",
  })
  await reading('waiting').waitFor()

  change({ file: 'apps/crm/src/server/createApp.ts', from: /Unknown API route\./, to: 'Changed.' })
  await reads({ page, url: `${pagesUrl}/api/none`, text: 'Changed.' })
  change({ file: 'packages/proxy/src/index.ts', from: /^/, to: "console.log('The proxy was changed.')\n" })
  await reading('waiting').waitFor()
  change({ file: 'packages/sandbox/src/createApp.ts', from: /The sandbox has no such route\./, to: 'Changed.' })
  await reads({ page, url: `${sandboxUrl}/none`, text: 'Changed.' })

  await page.goto(`${sandboxUrl}/_sandbox/`)
  const phone = page.getByRole('complementary', { name: 'Phone' })
  await phone.waitFor()
  change({
    file: 'packages/sandbox/web/inspector/SandboxApp.tsx',
    from: /aria-label="Phone"/,
    to: 'aria-label="Changed"',
  })
  await page.getByRole('complementary', { name: 'Changed' }).waitFor()
})

/** Starts `pnpm dev` in a copy of the repository, in which nothing is built. */
async function startDev({ directory }: Copy): Promise<{ sandboxUrl: string; pagesUrl: string }> {
  const [PORT, SANDBOX_PORT, PAGES_PORT] = [await findFreePort(), await findFreePort(), await findFreePort()]
  const build = join(directory, 'pnpm')
  writeFileSync(build, '#!/bin/sh\n')
  chmodSync(build, 0o755)
  const ports = { PORT: String(PORT), SANDBOX_PORT: String(SANDBOX_PORT), PAGES_PORT: String(PAGES_PORT) }
  const { WAZZUP_API_KEY: _, NODE_ENV: __, VITEST: ___, ...env } = process.env
  const terminal = openTerminal({
    folder: directory,
    env: { ...env, ...ports, DEMO_CUSTOMERS: 'off', npm_execpath: build },
  })
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const dev = terminal.start(`${process.execPath} --import ${tsx} scripts/dev.ts`)
  onTestFinished(dev.stop)
  await dev.find(/CRM's pages, from source/)
  const [sandboxUrl, pagesUrl] = [SANDBOX_PORT, PAGES_PORT].map((port) => `http://127.0.0.1:${port}`)
  await vi.waitFor(async () => expect((await fetch(`${pagesUrl}/readyz`)).status).toBe(200), patience)
  await vi.waitFor(async () => expect((await fetch(`${sandboxUrl}/_sandbox/`)).status).toBe(200), patience)
  return { sandboxUrl: sandboxUrl ?? '', pagesUrl: pagesUrl ?? '' }
}

/** Replaces text in files of a copy, as an editor that saves them. */
function createEditor({ directory }: Copy): (change: { file: string; from: RegExp; to: string }) => void {
  return ({ file, from, to }) => {
    const path = join(directory, file)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    writeFileSync(path, changed)
  }
}

/** Waits until an address responds with a text. */
async function reads({ page, url, text }: { page: Page; url: string; text: string }): Promise<void> {
  await vi.waitFor(async () => expect(await (await page.request.get(url)).text()).toContain(text), patience)
}
