import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openPanel, rows, wide } from './inspectorPage.ts'
import { openPage, startChromium } from './openPage.ts'

startChromium()

describe('the inspector', () => {
  it('switches a quirk', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'quirks')
    const quirk = page.getByRole('switch', { name: 'wazzup-v2.iframeCreated' })
    await expectPage(quirk).not.toBeChecked()
    await page.getByText('wazzup-v2.iframeCreated').click()
    await expectPage(quirk).toBeChecked()
    expect(sandbox.quirks.isOn('wazzup-v2.iframeCreated')).toBe(true)
  })

  it('advances the clock, and freezes it', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'clock')
    await page.getByRole('button', { name: 'Freeze' }).click()
    await expectPage(page.getByRole('button', { name: 'Resume' })).toBeVisible()
    const before = sandbox.clock.now()
    await page.getByRole('button', { name: '8 hours' }).click()
    await expect.poll(() => sandbox.clock.now()).toBe(before + 8 * 3_600_000)
  })

  it('reports a lost sandbox, and reconnects when it is back', async () => {
    const sandbox = await startSandbox()
    const { page } = await openPage(`${sandbox.url}/_sandbox#/requests`, wide)
    await expectPage(page.getByText('No requests yet')).toBeVisible()
    await sandbox.close()
    await expectPage(page.getByText('Connection to the sandbox lost')).toBeVisible()
    const again = await startSandbox({ port: sandbox.port })
    await expectPage(page.getByText('Connection to the sandbox lost')).toBeHidden({ timeout: 45_000 })
    await callSandbox(again, 'GET /v2/channels')
    await expectPage(rows(page, 'Requests')).toHaveCount(1)
  })
})
