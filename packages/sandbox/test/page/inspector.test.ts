import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect as expectPage, type Locator, type Page } from '@playwright/test'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { watchCounter } from '../counterClients.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { findViolations } from './findViolations.ts'
import { phone as narrow, openChats, openPage, startChromium } from './openPage.ts'

startChromium()

const wide = { viewport: { width: 1366, height: 800 } }
const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

const rows = (page: Page, name: string): Locator => page.getByRole('list', { name }).getByRole('listitem')

describe('the inspector', () => {
  it('shows each request as it comes, with its operation and what became of it', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/requests`, wide)
    await expectPage(page.getByText('No requests yet')).toBeVisible()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    await expectPage(rows(page, 'Requests')).toHaveText([
      /201.*POST \/v2\/send_message.*wazzup-v2.sendMessage · answered/,
    ])
    await callSandbox(sandbox, 'POST /v2/nothing', { body: {} })
    await expectPage(rows(page, 'Requests')).toHaveCount(2)
    await expectPage(rows(page, 'Requests').first()).toContainText('501')
    await page.getByRole('searchbox', { name: 'Filter requests' }).fill('sendMessage 201')
    await expectPage(rows(page, 'Requests')).toHaveCount(1)
    await rows(page, 'Requests')
      .getByRole('button', { name: /send_message/ })
      .click()
    await expectPage(page.getByRole('region', { name: 'Body' })).toContainText('"text": "Hello"')
    await expectPage(page.getByRole('main')).not.toContainText(sandbox.apiKey)
  })

  it('shows who listens, and what they were told', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/sockets`, wide)
    await expectPage(page.getByText('Nobody listens')).toBeVisible()
    watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '9' } })
    await expectPage(rows(page, 'Sockets')).toHaveText([/wazzup-v2.watchUnanswered.*user 9 · told 1/])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expectPage(rows(page, 'Sockets')).toContainText('told 2')
    await rows(page, 'Sockets').getByRole('button').click()
    await expectPage(page.getByRole('region', { name: /Told last/ })).toContainText('"counter": 1')
  })

  it('copies a request as a command', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await openChats(`${sandbox.url}/_sandbox#/requests`, { ...wide, permissions })
    await rows(page, 'Requests')
      .getByRole('button', { name: /send_message/ })
      .click()
    await page.getByRole('button', { name: 'Copy as curl' }).click()
    await expectPage(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(
      `curl -X POST '${sandbox.url}/v2/send_message'`,
    )
  })

  it('switches a fault on, counts what it hits, and switches it off', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/faults`, wide)
    await page.getByRole('combobox', { name: 'Where' }).selectOption('wazzup-v2.sendMessage')
    await page.getByRole('spinbutton', { name: 'Status' }).fill('503')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await expectPage(rows(page, 'Faults')).toContainText('hit 0 of 0')
    expect((await callSandbox(sandbox, 'POST /v2/send_message', { body: message })).status).toBe(503)
    await expectPage(rows(page, 'Faults')).toContainText('hit 1 of 1')
    await page.getByRole('button', { name: 'Switch off: Answers with an error' }).click()
    await expectPage(rows(page, 'Faults')).toHaveCount(0)
    expect((await callSandbox(sandbox, 'POST /v2/send_message', { body: message })).status).toBe(201)
  })

  it('offers the faults that can happen where they shall', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/faults`, wide)
    await page.getByRole('combobox', { name: 'Where' }).selectOption('chats.openPage')
    await page.getByRole('combobox', { name: 'What' }).selectOption('Does not load')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await expectPage(rows(page, 'Faults')).toContainText('chats.openPage')
    await expect(openPage(await getLink(sandbox))).rejects.toThrow()
  })

  it('switches a quirk', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/quirks`, wide)
    const quirk = page.getByRole('switch', { name: 'wazzup-v2.iframeCreated' })
    await expectPage(quirk).not.toBeChecked()
    await page.getByText('wazzup-v2.iframeCreated').click()
    await expectPage(quirk).toBeChecked()
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/quirks')
    expect(json).toMatchObject({
      quirks: expect.arrayContaining([expect.objectContaining({ name: 'wazzup-v2.iframeCreated', on: true })]),
    })
  })

  it('moves the clock, and stops it', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/clock`, wide)
    await page.getByRole('button', { name: 'Stop it' }).click()
    await expectPage(page.getByRole('button', { name: 'Let it run' })).toBeVisible()
    const before = sandbox.clock.now()
    await page.getByRole('button', { name: '8 hours' }).click()
    await expect.poll(() => sandbox.clock.now()).toBe(before + 8 * 3_600_000)
  })

  it('shows what the account holds, and goes back to the first day when asked twice', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(`${sandbox.url}/_sandbox#/data`, wide)
    const chats = page.getByRole('region', { name: 'Chats' }).getByRole('row')
    await expectPage(chats).toHaveCount(2)
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expectPage(chats).toHaveCount(2)
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByRole('button', { name: 'Reset now' }).click()
    await expectPage(chats).toHaveCount(1)
  })

  it('takes the data away as a file and puts it back, and refuses what is none', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(`${sandbox.url}/_sandbox#/data`, wide)
    const chats = page.getByRole('region', { name: 'Chats' }).getByRole('row')
    await expectPage(chats).toHaveCount(2)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export' }).click(),
    ])
    const buffer = await readFile(await download.path())
    await sandbox.reset()
    await expectPage(chats).toHaveCount(1)
    const file = { name: 'sandbox.json', mimeType: 'application/json', buffer }
    await page.getByLabel('Export to import').setInputFiles(file)
    await expectPage(chats).toHaveCount(2)
    await page.getByLabel('Export to import').setInputFiles({ ...file, buffer: Buffer.from('no JSON') })
    await expectPage(page.getByRole('alert')).toContainText('no export of a sandbox')
  })

  it('shows each webhook and what the CRM said to it, and sends one again', async () => {
    const sandbox = await startSandbox()
    const received: string[] = []
    const crm = createServer((request, response) => {
      request.on('data', (part) => received.push(String(part)))
      request.on('end', () => response.writeHead(200).end())
    })
    await once(crm.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void crm.close())
    // A listening TCP server has an address and a port.
    const { port } = crm.address() as AddressInfo
    await callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: `http://127.0.0.1:${port}/hook` } })
    const page = await openChats(`${sandbox.url}/_sandbox#/webhooks`, wide)
    await sandbox.simulate.message({ ...ann, text: 'Hello from a customer' })
    const delivery = rows(page, 'Webhooks').filter({ hasText: '/hook' }).first()
    await expectPage(delivery).toContainText('200')
    await delivery.getByRole('button').click()
    await expectPage(delivery).toContainText('Hello from a customer')
    const before = received.length
    await delivery.getByRole('button', { name: 'Replay' }).click()
    await expectPage(rows(page, 'Webhooks').filter({ hasText: 'replayed' })).toHaveCount(1)
    expect(received.length).toBe(before + 1)
  })

  it('says when the sandbox is gone', async () => {
    const sandbox = await startSandbox()
    const { page } = await openPage(`${sandbox.url}/_sandbox#/requests`, wide)
    await expectPage(page.getByText('No requests yet')).toBeVisible()
    await sandbox.close()
    await expectPage(page.getByText('The sandbox does not answer')).toBeVisible()
  })
})

describe.each(['light', 'dark'] as const)('in %s colours, axe finds nothing wrong with', (colorScheme) => {
  const still = { colorScheme, reducedMotion: 'reduce' } as const

  it.each([
    ['requests', 'Requests'],
    ['sockets', 'Sockets'],
    ['webhooks', 'Webhooks'],
    ['faults', 'Faults'],
    ['quirks', 'Quirks'],
    ['clock', 'Clock'],
    ['data', 'Data'],
  ])('the panel %s', async (panel, title) => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    await callSandbox(sandbox, 'POST /v2/nothing', { body: {} })
    const fault = { operation: '*', fault: { kind: 'status', status: 500 }, times: 1 }
    await callSandbox(sandbox, 'POST /_sandbox/faults', { body: fault })
    for (const size of [wide, narrow]) {
      const page = await openChats(`${sandbox.url}/_sandbox#/${panel}`, { ...still, ...size })
      await expectPage(page.getByRole('heading', { name: title, exact: true })).toBeVisible()
      expect(await findViolations(page)).toEqual([])
    }
  })
})
