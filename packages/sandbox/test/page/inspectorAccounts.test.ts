import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { ann, bob } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openPanel, rows } from './inspectorPage.ts'
import { openPage, startChromium } from './openPage.ts'

startChromium()

async function openSwitcher(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account \d+/ }).click()
}

describe('the account switcher', () => {
  it('shows every account with its key', async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount({ apiKey: 'key_of_the_other' })
    const page = await openPanel(sandbox, 'requests')
    await openSwitcher(page)
    await expectPage(rows(page, 'Accounts')).toHaveText([
      new RegExp(`${sandbox.accountId}.*${sandbox.apiKey}`),
      new RegExp(`${other.accountId}.*key_of_the_other`),
    ])
  })

  it('switches all panels to the chosen account', async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await other.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    await callSandbox(sandbox, 'GET /v2/channels')
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveCount(1)
    await openSwitcher(page)
    await page.getByRole('link', { name: String(other.accountId) }).click()
    await expectPage(page).toHaveURL(`${sandbox.url}/_sandbox?account=${other.accountId}#/requests`)
    await expectPage(page.getByText('No requests yet')).toBeVisible()
    await callSandbox(sandbox, 'GET /v2/users', { headers: { authorization: `Basic ${other.apiKey}` } })
    await expectPage(rows(page, 'Requests')).toHaveText([/GET \/v2\/users/])
    await page.getByRole('navigation').getByRole('link', { name: 'Chats page' }).click()
    await expectPage(rows(page, 'Customers')).toHaveText([/Bob/])
  })

  it('creates an account, and switches to it', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'data')
    await openSwitcher(page)
    await page.getByRole('textbox', { name: 'New account' }).fill('key_of_my_test')
    await page.getByRole('button', { name: 'Create' }).click()
    await expectPage(page.getByRole('button', { name: /^Account 10000002/ })).toBeVisible()
    const headers = { authorization: 'Basic key_of_my_test' }
    expect((await callSandbox(sandbox, 'GET /v2/channels', { headers })).status).toBe(200)
  })

  it('reports a key that is already in use', async () => {
    const sandbox = await startSandbox()
    const { page } = await openPage(`${sandbox.url}/_sandbox`)
    await openSwitcher(page)
    await page.getByRole('textbox', { name: 'New account' }).fill(sandbox.apiKey)
    await page.getByRole('button', { name: 'Create' }).click()
    await expectPage(page.getByRole('alert')).toContainText('belongs to an account')
  })

  it('reports a link to an unknown account', async () => {
    const sandbox = await startSandbox()
    const { page } = await openPage(`${sandbox.url}/_sandbox?account=99#/requests`)
    await expectPage(page.getByRole('alert')).toContainText('Unknown account 99')
    await page.getByRole('link', { name: 'Go to the default account' }).click()
    await expectPage(page.getByRole('button', { name: new RegExp(`^Account ${sandbox.accountId}`) })).toBeVisible()
  })
})
