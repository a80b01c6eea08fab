import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { openPanel, rows } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'

startChromium()

const operation = 'wazzup-v2.sendMessage'
const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('the faults panel', () => {
  it('adds a fault, counts its hits, and removes it', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'faults')
    await page.getByRole('combobox', { name: 'Applies to' }).selectOption(operation)
    await page.getByRole('spinbutton', { name: 'Status' }).fill('503')
    await page.getByRole('button', { name: 'Add fault' }).click()
    await expectPage(rows(page, 'Faults')).toContainText('hit 0 of 0')
    expect((await callSandbox(sandbox, 'POST /v2/send_message', { body: message })).status).toBe(503)
    await expectPage(rows(page, 'Faults')).toContainText('hit 1 of 1')
    await page.getByRole('button', { name: 'Remove: Error response' }).click()
    await expectPage(page.getByText('No active faults')).toBeVisible()
    expect(sandbox.faults.list()).toEqual([])
  })

  it('switches a rule off and on again', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, fault: { kind: 'hang' } })
    const page = await openPanel(sandbox, 'faults')
    const on = page.getByRole('switch', { name: 'Processed, but no response: on' })
    await on.press('Space')
    await expectPage(on).not.toBeChecked()
    expect(sandbox.faults.list()).toMatchObject([{ on: false }])
    await on.press('Space')
    await expectPage(on).toBeChecked()
    expect(sandbox.faults.list()).toMatchObject([{ on: true }])
  })

  it('adds faults of webhooks', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver.url } })
    const page = await openPanel(sandbox, 'faults')
    await page.getByRole('button', { name: 'Webhook twice' }).click()
    await page.getByRole('textbox', { name: 'Event' }).fill('messages')
    await page.getByRole('button', { name: 'Add fault' }).click()
    await expectPage(rows(page, 'Faults')).toContainText('Every "messages" webhook is sent twice.')
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    await expect.poll(() => receiver.calls.filter(({ text }) => text.includes('Hello'))).toHaveLength(2)
    await expectPage(rows(page, 'Faults')).toContainText('hit 1 of 1')
  })

  it('fills the form from a preset', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'faults')
    await page.getByRole('button', { name: 'Vendor down' }).click()
    await page.getByRole('button', { name: 'Add fault' }).click()
    await expectPage(rows(page, 'Faults')).toContainText('Every request gets a 503 response.')
    expect((await callSandbox(sandbox, 'GET /v2/channels')).status).toBe(503)
  })

  it('counts active rules in the navigation', async () => {
    const sandbox = await startSandbox()
    sandbox.webhooks.faults.add({ kind: 'drop' })
    const { id } = sandbox.faults.add({ operation, fault: { kind: 'hang' } })
    const page = await openPanel(sandbox, 'faults')
    const link = page.getByRole('link', { name: /^Faults/ })
    await expectPage(link).toHaveText('Faults2')
    sandbox.faults.set(id, false)
    await expectPage(link).toHaveText('Faults1')
    await page.getByRole('button', { name: 'Remove all' }).click()
    await expectPage(link).toHaveText('Faults')
    expect([sandbox.faults.list(), sandbox.webhooks.faults.list()]).toEqual([[], []])
  })
})
