import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { head, openPanel, rows } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'

startChromium()

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('the list of requests', () => {
  it('finds requests by words and by outcome', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    await callSandbox(sandbox, 'POST /v2/nothing', { body: {} })
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveCount(2)
    await page.getByRole('searchbox', { name: 'Filter requests' }).fill('sendMessage 201')
    await expectPage(rows(page, 'Requests')).toHaveText([/send_message/])
    await page.getByRole('searchbox', { name: 'Filter requests' }).press('Escape')
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Unknown')
    await expectPage(rows(page, 'Requests')).toHaveText([/501.*\/v2\/nothing/])
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Fault')
    await expectPage(page.getByText('No matching requests')).toBeVisible()
  })

  it('names the user and the chats of a window, and finds them', async () => {
    const sandbox = await startSandbox()
    const chat = { ...ann, name: 'Maria' }
    const windows = [
      { user: { id: '7', name: 'Kate' }, scope: 'card', filter: [chat], activeChat: [chat] },
      { user: { id: '8', name: 'Lee' }, scope: 'global' },
    ]
    for (const body of windows) await callSandbox(sandbox, 'POST /v2/iframe', { body })
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveText([/iframeLee · global/, /iframeKate · card · Maria/])
    await page.getByRole('searchbox', { name: 'Filter requests' }).fill('maria')
    await expectPage(rows(page, 'Requests')).toHaveText([/Kate · card · Maria/])
  })

  it('folds requests in a row that look alike', async () => {
    const sandbox = await startSandbox()
    for (let count = 0; count < 4; count += 1) await callSandbox(sandbox, 'GET /v2/channels')
    await callSandbox(sandbox, 'GET /v2/users')
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveText([/users/, /channels/, 'Show 3 more like this'])
    await page.getByRole('button', { name: 'Show 3 more like this' }).click()
    await expectPage(rows(page, 'Requests')).toHaveCount(5)
    await page.goto(`${sandbox.url}/_sandbox#/requests/2`)
    await page.reload()
    await expectPage(head(rows(page, 'Requests').nth(3))).toHaveAttribute('aria-expanded', 'true')
  })

  it('gives each request an address that opens it', async () => {
    const sandbox = await startSandbox()
    for (const text of ['One', 'Two', 'Three'])
      await callSandbox(sandbox, 'POST /v2/send_message', { body: { ...message, text } })
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveCount(3)
    await head(rows(page, 'Requests').nth(1)).click()
    await expectPage(page).toHaveURL(/#\/requests\/2$/)
    await page.reload()
    await expectPage(page.getByRole('region', { name: 'Body' })).toContainText('"text": "Two"')
    await page.goto(`${sandbox.url}/_sandbox#/requests/99`)
    await expectPage(page.getByText('Request 99 is not available')).toBeVisible()
  })

  it('pauses, and counts the requests that arrive meanwhile', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveCount(1)
    await page.getByRole('button', { name: 'Pause' }).click()
    await callSandbox(sandbox, 'POST /v2/nothing', { body: {} })
    await expectPage(page.getByRole('button', { name: 'Resume 1 new' })).toBeVisible()
    await expectPage(rows(page, 'Requests')).toHaveCount(1)
    await page.getByRole('button', { name: 'Resume' }).click()
    await expectPage(rows(page, 'Requests')).toHaveCount(2)
  })

  it('works with the keyboard only', async () => {
    const sandbox = await startSandbox()
    for (const text of ['One', 'Two'])
      await callSandbox(sandbox, 'POST /v2/send_message', { body: { ...message, text } })
    const page = await openPanel(sandbox, 'requests')
    await expectPage(rows(page, 'Requests')).toHaveCount(2)
    await page.keyboard.press('/')
    await expectPage(page.getByRole('searchbox', { name: 'Filter requests' })).toBeFocused()
    await head(rows(page, 'Requests').first()).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expectPage(page.getByRole('region', { name: 'Body' })).toContainText('"text": "One"')
    await page.keyboard.press('Tab')
    await expectPage(page.getByRole('button', { name: 'Copy as curl' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expectPage(head(rows(page, 'Requests').nth(1))).toBeFocused()
    await page.keyboard.press('Home')
    await expectPage(head(rows(page, 'Requests').first())).toBeFocused()
  })

  it('clears requests', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const page = await openPanel(sandbox, 'requests')
    await page.getByRole('button', { name: 'Clear' }).click()
    await expectPage(page.getByText('No requests yet')).toBeVisible()
    expect(sandbox.requests()).toEqual([])
  })
})
