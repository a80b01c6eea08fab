import { describe, it } from 'vitest'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openPanel } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'
import { onPhone } from './phonePage.ts'

startChromium()

describe('the phone on a wide screen', () => {
  it('stands beside the chats page, and alone at its own address', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'chats')
    await expectPage(onPhone(page)).toBeVisible()
    await expectPage(page.locator('iframe[title="Chats page"]')).toBeVisible()
    await page.getByRole('navigation').getByRole('link', { name: 'Phone' }).click()
    await expectPage(onPhone(page)).toBeVisible()
    await expectPage(page.locator('iframe[title="Chats page"]')).toHaveCount(0)
    await page.getByRole('navigation').getByRole('link', { name: 'Requests' }).click()
    await expectPage(page.getByRole('heading', { name: 'Requests', exact: true })).toBeVisible()
    await expectPage(onPhone(page)).toBeHidden()
  })

  it('comes beside other panels on request, with what it shows, also after a reload', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'phone')
    await onPhone(page).getByRole('button', { name: 'New customer' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Requests' }).click()
    const button = page.getByRole('button', { name: 'Phone', exact: true })
    await expectPage(button).toHaveAttribute('aria-pressed', 'false')
    await button.click()
    await expectPage(onPhone(page).getByRole('heading', { name: 'New customer' })).toBeVisible()
    await page.reload()
    await expectPage(onPhone(page)).toBeVisible()
    await button.click()
    await page.reload()
    await expectPage(button).toHaveAttribute('aria-pressed', 'false')
    await expectPage(onPhone(page)).toBeHidden()
  })
})
