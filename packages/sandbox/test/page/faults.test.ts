import { createServer } from 'node:http'
import type { FrameLocator, Page } from '@playwright/test'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { PageFault, SocketFault } from '../../src/server/faults/fault.ts'
import { listen } from '../../src/server/http/listen.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { composer, message } from './locators.ts'
import { openPage, startChromium } from './openPage.ts'

startChromium()

const card = { scope: 'card', filter: [{ ...ann, name: 'Ann' }] }

/** Opens a CRM page that frames a link and collects the frame's messages. */
async function frame(sandbox: Sandbox, kind: PageFault['kind']): Promise<{ page: Page; chats: FrameLocator }> {
  sandbox.faults.add({ operation: 'chats.openPage', fault: { kind } })
  const link = await getLink(sandbox, card)
  const script = 'window.posted = []; addEventListener("message", ({ data }) => window.posted.push(data))'
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><title>CRM</title><script>${script}</script><iframe src="${link}"></iframe>`),
  )
  const port = await listen(server, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { page } = await openPage(`http://127.0.0.1:${port}/`)
  return { page, chats: page.frameLocator('iframe') }
}

describe('the chats page in a CRM, with a fault', () => {
  it.each(['pageDown', 'refuseFraming'] as const)('does not appear: %s', async (kind) => {
    const sandbox = await startSandbox()
    const { page, chats } = await frame(sandbox, kind)
    await expect.poll(() => sandbox.faults.list()[0]?.hits).toBeGreaterThan(0)
    await expect.poll(() => page.frames().some((inner) => inner.url().startsWith('chrome-error:'))).toBe(true)
    await expectPage(composer(chats)).toHaveCount(0)
  })

  it('posts hostile messages, and still works', async () => {
    const { page, chats } = await frame(await startSandbox(), 'hostileMessages')
    await expectPage(composer(chats)).toBeVisible()
    const posted = () => page.evaluate('window.posted')
    await expect
      .poll(posted)
      .toContainEqual({ type: 'WZ_OPEN_ENTITY', data: { entity: { link: 'javascript:alert(1)' } } })
    expect(await posted()).toContain(null)
  })

  it('is a hundred thousand pixels high', async () => {
    const { page, chats } = await frame(await startSandbox(), 'hugeHeight')
    await expectPage(composer(chats)).toBeVisible()
    const height = () => page.frames()[1]?.evaluate('document.documentElement.offsetHeight')
    await expect.poll(height).toBe(100_000)
  })
})

describe('the chats page, with faulty events', () => {
  it.each<SocketFault>([
    { kind: 'garbage' },
    { kind: 'flood', count: 100 },
    { kind: 'outOfOrder' },
    { kind: 'silent' },
    { kind: 'drop' },
  ])('shows later messages after $kind', async (fault) => {
    const sandbox = await startSandbox()
    const { page, problems } = await openPage(await getLink(sandbox, card))
    await expectPage(composer(page)).toBeVisible()
    for (const event of ['chat', 'message'])
      sandbox.faults.add({ operation: 'chats.watchWindow', match: { event }, times: 1, fault })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => sandbox.faults.list().some(({ hits }) => hits === 1)).toBe(true)
    sandbox.faults.clear()
    await expectPage(page.getByText('Connection lost')).toHaveCount(0)
    await expect
      .poll(
        async () => {
          await sandbox.simulate.message({ ...ann, text: 'Still there?' })
          return message(page, 'Still there?').count()
        },
        { timeout: 45_000, interval: 500 },
      )
      .toBeGreaterThan(0)
    expect(problems.filter((problem) => !problem.includes('WebSocket'))).toEqual([])
  })

  it('recovers its chats after garbage', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation: 'chats.watchWindow', times: 1, fault: { kind: 'garbage' } })
    const { page, problems } = await openPage(await getLink(sandbox, card))
    await expect.poll(() => sandbox.faults.list()).toMatchObject([{ hits: 1 }])
    await expectPage(composer(page)).toHaveCount(0)
    await page.reload()
    await expectPage(composer(page)).toBeVisible()
    expect(problems).toEqual([])
  })
})
