import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { watchCounter } from '../counterClients.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { findViolations } from './findViolations.ts'
import { head, openPanel, rows, wide } from './inspectorPage.ts'
import { phone as narrow, startChromium } from './openPage.ts'

startChromium()

/** Starts a sandbox with content for every panel. */
async function startBusySandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox()
  const receiver = await startReceiver()
  await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver.url } })
  watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '9' } })
  await callSandbox(sandbox, 'POST /v2/send_message', {
    body: { ...ann, channelId: channelIds.whatsapp, text: 'Hello' },
  })
  await callSandbox(sandbox, 'POST /v2/nothing', { body: {} })
  await callSandbox(sandbox, 'POST /_sandbox/windows', { body: { user: { id: '7', name: 'Kate' } } })
  sandbox.faults.add({ operation: '*', fault: { kind: 'status', status: 500 }, times: 1 })
  await sandbox.snapshots.save('busy day')
  return sandbox
}

describe('in light and dark colours, axe finds no violations in', () => {
  it.each([
    ['requests', 'Requests', '/v2/nothing'],
    ['sockets', 'Sockets', 'user 9'],
    ['webhooks', 'Webhooks', 'Hello'],
  ])('the panel %s, a line of it open', async (panel, title, words) => {
    const sandbox = await startBusySandbox()
    const page = await openPanel(sandbox, panel, wide)
    const line = head(rows(page, title).filter({ hasText: words }))
    await line.click()
    await expectPage(line).toHaveAttribute('aria-expanded', 'true')
    expect(await findViolations(page)).toEqual([])
    await page.setViewportSize(narrow.viewport)
    await expectPage(line).toHaveAttribute('aria-expanded', 'true')
    expect(await findViolations(page)).toEqual([])
  })

  it.each(['requests', 'sockets', 'webhooks'])('the empty panel %s', async (panel) => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, panel, narrow)
    await expectPage(page.getByText(/^(No requests yet|No open connections|No webhooks yet)$/)).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it.each([
    ['faults', 'Error response'],
    ['quirks', 'wazzup-v2.iframeCreated'],
    ['clock', 'Real time'],
    ['data', 'busy day'],
  ])('the panel %s', async (panel, words) => {
    const sandbox = await startBusySandbox()
    const page = await openPanel(sandbox, panel, wide)
    await expectPage(page.getByText(words, { exact: true }).first()).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    await page.setViewportSize(narrow.viewport)
    await expectPage(page.getByText(words, { exact: true }).first()).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('the account switcher', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'clock', narrow)
    await page.getByRole('button', { name: /^Account \d+/ }).click()
    await expectPage(rows(page, 'Accounts')).toHaveCount(1)
    expect(await findViolations(page)).toEqual([])
  })
})
