import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { ann } from '../fixtures/people.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { head, openPanel, rows } from './inspectorPage.ts'
import { startChromium } from './openPage.ts'

startChromium()

async function start() {
  const sandbox = await startSandbox()
  const receiver = await startReceiver()
  await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver.url } })
  const texts = () => receiver.calls.flatMap(({ text }) => /"text":"(\w+)"/.exec(text)?.[1] ?? [])
  return { sandbox, receiver, texts }
}

describe('the webhooks panel', () => {
  it('explains how to register an address', async () => {
    const sandbox = await startSandbox()
    const page = await openPanel(sandbox, 'webhooks')
    await expectPage(page.getByText('No webhooks yet')).toBeVisible()
    await expectPage(page.getByText('/v2/webhooks')).toBeVisible()
  })

  it('shows the registered addresses', async () => {
    const { sandbox, receiver } = await start()
    const page = await openPanel(sandbox, 'webhooks')
    await expectPage(page.getByRole('region', { name: 'Registered addresses' })).toContainText(receiver.url)
    await expectPage(page.getByText('Write as a customer on the phone')).toBeVisible()
  })

  it('shows each webhook as it is sent, with its body and the CRM’s response', async () => {
    const { sandbox, receiver } = await start()
    const page = await openPanel(sandbox, 'webhooks')
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const delivery = rows(page, 'Webhooks').filter({ hasText: 'Hello' })
    await expectPage(delivery).toContainText('200')
    await head(delivery).click()
    await expectPage(delivery).toContainText(`Delivered to ${receiver.url}: response 200.`)
    await expectPage(page.getByRole('region', { name: 'Body' })).toContainText('"text": "Hello"')
    await expectPage(delivery.getByRole('table', { name: 'Attempts' }).getByRole('row')).toHaveCount(2)
  })

  it('explains why a webhook was not delivered', async () => {
    const { sandbox, receiver } = await start()
    receiver.answer.status = 500
    const page = await openPanel(sandbox, 'webhooks')
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expectPage(rows(page, 'Webhooks')).toContainText('failed')
    await head(rows(page, 'Webhooks')).click()
    await expectPage(rows(page, 'Webhooks')).toContainText('response 500')
  })

  it('replays one webhook', async () => {
    const { sandbox, texts } = await start()
    const page = await openPanel(sandbox, 'webhooks')
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await head(rows(page, 'Webhooks')).click()
    await page.getByRole('button', { name: 'Replay', exact: true }).click()
    await expectPage(rows(page, 'Webhooks').filter({ hasText: 'replayed' })).toHaveCount(1)
    await expect.poll(texts).toEqual(['Hello', 'Hello'])
  })

  it('replays all webhooks', async () => {
    const { sandbox, texts } = await start()
    const page = await openPanel(sandbox, 'webhooks')
    for (const text of ['One', 'Two']) await sandbox.simulate.message({ ...ann, text })
    await expectPage(rows(page, 'Webhooks').filter({ hasText: 'delivered' })).toHaveCount(2)
    await page.getByRole('button', { name: 'Replay all' }).click()
    await expectPage(rows(page, 'Webhooks').filter({ hasText: 'replayed' })).toHaveCount(2)
    await expect.poll(texts).toEqual(['One', 'Two', 'One', 'Two'])
  })

  it('finds webhooks by words and by status, and clears them', async () => {
    const { sandbox } = await start()
    sandbox.webhooks.faults.add({ kind: 'drop', times: 1 })
    for (const text of ['One', 'Two']) await sandbox.simulate.message({ ...ann, text })
    const page = await openPanel(sandbox, 'webhooks')
    await expectPage(rows(page, 'Webhooks')).toHaveCount(2)
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Dropped')
    await expectPage(rows(page, 'Webhooks')).toHaveText([/One.*drop by a fault/])
    await page.getByRole('searchbox', { name: 'Filter webhooks' }).fill('two')
    await expectPage(page.getByText('No matching webhooks')).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
    await expectPage(page.getByText('No webhooks yet')).toBeVisible()
  })
})
