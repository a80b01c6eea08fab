import { describe, it } from 'vitest'
import { watchCounter } from '../counterClients.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { head, openPanel, rows } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'

startChromium()

describe('the sockets panel', () => {
  it('shows connections as they open, with their message counts', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'sockets')
    await expectPage(page.getByText('No open connections')).toBeVisible()
    watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '9' } })
    await expectPage(rows(page, 'Sockets')).toHaveText([/wazzup-v2.watchUnanswered.*user 9 · sent 1/])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expectPage(rows(page, 'Sockets')).toContainText('sent 2')
  })

  it('shows a connection’s messages in both directions, without keys', async () => {
    const sandbox = await startSandbox()
    watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '9' } })
    const page = await openPanel(sandbox, 'sockets')
    await head(rows(page, 'Sockets')).click()
    const frames = page.getByRole('region', { name: 'Messages' })
    await expectPage(frames).toContainText('apiV2Notify')
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expectPage(frames).toContainText('{"counter":1}')
    await expectPage(page.getByRole('main')).not.toContainText(sandbox.apiKey)
  })

  it('leads to a fault for the connection', async () => {
    const sandbox = await startSandbox()
    watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '9' } })
    const page = await openPanel(sandbox, 'sockets')
    await head(rows(page, 'Sockets')).click()
    await page.getByRole('link', { name: 'Add a fault' }).click()
    await expectPage(page.getByRole('combobox', { name: 'Applies to' })).toHaveValue('wazzup-v2.watchUnanswered')
    await expectPage(page.getByRole('combobox', { name: 'Fault' })).toHaveValue('drop')
  })
})
