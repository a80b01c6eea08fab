import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openPanel, rows } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'

startChromium()

const hello = { ...ann, text: 'Hello', name: 'Ann' }

function chatsOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Chats', exact: true }).getByText('+79998887766')
}

async function download(page: Page, link: Locator): Promise<{ buffer: Buffer; download: Download }> {
  const [given] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { buffer: await readFile(await given.path()), download: given }
}

describe('the data panel', () => {
  it('resets the data after a confirmation', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message(hello)
    const page = await openPanel(sandbox, 'data')
    await expectPage(chatsOf(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expectPage(chatsOf(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByRole('button', { name: 'Reset now' }).click()
    await expectPage(page.getByText('No chats yet')).toBeVisible()
  })

  it('exports the data as a file and imports it', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message(hello)
    const page = await openPanel(sandbox, 'data')
    const { buffer } = await download(page, page.getByRole('link', { name: 'Export' }))
    await sandbox.reset()
    await expectPage(chatsOf(page)).toHaveCount(0)
    const file = { name: 'sandbox.json', mimeType: 'application/json', buffer }
    await page.getByLabel('Export to import').setInputFiles(file)
    await expectPage(chatsOf(page)).toHaveCount(1)
  })

  it('rejects a file that is not an export', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'data')
    const file = { name: 'sandbox.json', mimeType: 'application/json', buffer: Buffer.from('no JSON') }
    await page.getByLabel('Export to import').setInputFiles(file)
    await expectPage(page.getByRole('alert')).toContainText('not a sandbox export')
  })

  it('saves a named snapshot, restores it, and deletes it', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'data')
    await page.getByRole('textbox', { name: 'Name of the snapshot' }).fill('quiet day')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectPage(rows(page, 'Saved snapshots')).toContainText(['quiet day'])
    await sandbox.simulate.message(hello)
    await expectPage(chatsOf(page)).toHaveCount(1)
    await page.getByRole('button', { name: 'Restore quiet day' }).click()
    await expectPage(page.getByText('No chats yet')).toBeVisible()
    await page.getByRole('button', { name: 'Delete quiet day' }).click()
    await expectPage(rows(page, 'Saved snapshots')).toHaveCount(0)
    expect(await sandbox.snapshots.list()).toEqual([])
  })

  it('downloads a snapshot as a file and uploads it', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message(hello)
    await sandbox.snapshots.save('busy day')
    const page = await openPanel(sandbox, 'data')
    const taken = await download(page, page.getByRole('link', { name: 'Download busy day' }))
    expect(taken.download.suggestedFilename()).toBe('busy day.json')
    await sandbox.snapshots.remove('busy day')
    await expectPage(rows(page, 'Saved snapshots')).toHaveCount(0)
    const file = { name: 'brought along.json', mimeType: 'application/json', buffer: taken.buffer }
    await page.getByLabel('Snapshot to upload').setInputFiles(file)
    await expectPage(rows(page, 'Saved snapshots')).toContainText(['brought along'])
  })

  it('puts a channel into another state', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'data')
    await page.getByRole('combobox', { name: 'State of WhatsApp 79865784457' }).selectOption('blocked')
    await expectPage(page.getByRole('link', { name: 'Connect (opens in a new tab)' })).toBeVisible()
    const body = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
    expect((await callSandbox(sandbox, 'POST /v2/send_message', { body })).status).toBe(400)
  })

  it('connects a channel of any messenger in a dialog', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'data')
    await page.getByRole('button', { name: 'Connect a channel' }).click()
    const dialog = page.getByRole('dialog', { name: 'Connect a channel' })
    await expectPage(dialog.getByRole('radio')).toHaveCount(10)
    await dialog.getByText('Avito', { exact: true }).click()
    await expectPage(dialog.getByRole('link')).toHaveCount(0) // The vendor has no page for its credentials.
    await dialog.getByRole('button', { name: 'Connect Avito' }).click()
    await expectPage(dialog.getByText('Enter an account name or number.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Account of the company' }).fill('my_company')
    await page.keyboard.press('Enter')
    await expectPage(dialog).toBeHidden()
    await expectPage(page.getByRole('combobox', { name: 'State of Avito my_company' })).toHaveValue('active')
    await expectPage(page.getByRole('button', { name: 'Connect a channel' })).toBeFocused()
  })

  it('links to the vendor’s page that connects a channel, in a tab that opens at once', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'data')
    await page.getByRole('button', { name: 'Connect a channel' }).click()
    await page.getByRole('dialog').getByText('VK', { exact: true }).last().click()
    const link = page.getByRole('link', { name: 'Use the vendor’s page (opens in a new tab)' })
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
    await expectPage(opened.getByRole('heading', { name: 'Connect VK' })).toBeVisible()
  })

  it('changes the company’s settings at the vendor', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'data')
    await page.getByRole('combobox', { name: 'Tariff' }).selectOption('Start')
    await expectPage(page.getByRole('combobox', { name: 'Tariff' })).toHaveValue('start')
    expect((await callSandbox(sandbox, 'GET /_sandbox/settings')).json).toMatchObject({ tariff: 'start' })
  })

  it('changes a customer’s standing', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message(hello)
    const page = await openPanel(sandbox, 'data')
    const standing = page.getByRole('combobox', { name: 'Standing of Ann' })
    await standing.selectOption('Reported spam')
    await expectPage(standing).toHaveValue('reportedSpam')
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/customers')
    expect(json).toEqual({ customers: [{ ...ann, standing: 'reportedSpam' }] })
  })

  it('gives a user a role', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /_sandbox/windows', { body: { user: { id: '7', name: 'Kate' } } })
    const page = await openPanel(sandbox, 'data')
    const role = page.getByRole('combobox', { name: 'Role of Kate' })
    await role.selectOption('Auditor')
    await expectPage(role).toHaveValue('auditor')
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/users')
    expect(json).toMatchObject({ roles: [{ userId: '7', role: 'auditor' }] })
  })
})
