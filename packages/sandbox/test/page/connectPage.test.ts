import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { startSandbox } from '../startSandbox.ts'
import { createTechClient } from '../techClient.ts'
import { expectPage } from './expectPage.ts'
import { findViolations } from './findViolations.ts'
import { openChats, phone, startChromium } from './openPage.ts'

startChromium()

async function getConnectLink(sandbox: Sandbox): Promise<string> {
  const { json } = await callSandbox(sandbox, 'POST /_sandbox/connect-links', { body: {} })
  return z.object({ url: z.url() }).parse(json).url
}

describe('the page that connects a channel', () => {
  it('leads the user from the choice of messenger to the connected channel', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(await getConnectLink(sandbox), phone)
    await page.getByRole('button', { name: 'Telegram By a QR code' }).click()
    await expectPage(page.getByRole('img', { name: 'QR code' })).toBeVisible()
    await expectPage(page.getByText('Open Telegram on your phone.')).toBeVisible()
    await page.getByText('No phone at hand?').click()
    await page.getByRole('textbox', { name: 'Account' }).fill('my_company')
    await page.getByRole('textbox', { name: 'Second factor' }).fill('42')
    await page.getByRole('button', { name: 'Scan with this phone' }).click()
    await page.getByRole('textbox', { name: 'Second factor' }).fill('42')
    await page.getByRole('button', { name: 'Send' }).click()
    await expectPage(page.getByRole('heading', { name: 'Telegram my_company', exact: true })).toBeVisible()
    await expectPage(page.getByText('The channel is connected.')).toBeVisible()
    const channel = { transport: 'tgapi', name: 'my_company', status: 'active' }
    expect(await createTechClient(sandbox).fetchChannels()).toContainEqual(expect.objectContaining(channel))
  })

  it('follows changes made elsewhere, and keeps typed text', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(await getConnectLink(sandbox), phone)
    await page.getByRole('button', { name: 'WhatsApp By a QR code' }).click()
    await page.getByText('No phone at hand?').click()
    const field = page.getByRole('textbox', { name: 'Phone number' })
    await field.fill('+371 90')
    await page.waitForResponse((answer) => answer.request().method() === 'GET')
    await expectPage(field).toHaveValue('+371 90')
    const [waiting] = (await createTechClient(sandbox).fetchChannels()).filter(({ status }) => status !== 'active')
    const body = { channelId: waiting?.channel_id, plainId: '37190111122' }
    expect(await callSandbox(sandbox, 'POST /_sandbox/channels/scan', { body })).toMatchObject({ status: 200 })
    await expectPage(page.getByText('The channel is connected.')).toBeVisible()
  })

  it('passes axe in light and dark colours', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(await getConnectLink(sandbox), phone)
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'WhatsApp By a QR code' }).click()
    await page.getByText('Enter a code instead of scanning').click()
    await page.getByText('No phone at hand?').click()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('textbox', { name: 'Phone number' }).first().fill('12')
    await page.getByRole('button', { name: 'Get a code' }).click()
    await expectPage(page.getByRole('alert')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })
})
