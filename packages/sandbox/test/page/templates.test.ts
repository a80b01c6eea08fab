import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { getMessages } from '../getMessages.ts'
import { openWindow } from '../openWindow.ts'
import { startReceiver } from '../startReceiver.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { wide } from './inspectorPage.ts'
import { composer, log, message, templateDialog } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'
import { onPhone, openCustomer } from './phonePage.ts'

startChromium()

const waba = '24197d5f-06de-421f-8576-9f6e6cb67f28'
const order = '0b7c6a52-93d1-4c8e-8a40-51d2f6e7b944'

const messagesSchema = z.object({ messages: z.array(z.looseObject({})) })

const template = {
  title: 'Order ready',
  channels: [channelIds.whatsapp],
  category: 'UTILITY',
  language: 'en',
  waba: { waba_id: '1', waba_name: 'Company' },
  components: [{ type: 'BODY', text: 'Your order {{1}} is ready.' }],
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Use a template' }).click()
  await templateDialog(page).getByRole('button', { name }).click()
}

/** Fills in the template that has every possible part. */
async function fillOrder(page: Page): Promise<void> {
  const dialog = templateDialog(page)
  await dialog.getByLabel('Header, {{1}}').fill('A-17')
  await dialog.getByLabel('Text, {{1}}').fill('Ann')
  await dialog.getByLabel('Text, {{2}}').fill('today')
  await dialog.getByLabel('Button link, {{1}}').fill('a17')
}

describe('a template', () => {
  it('can be chosen in WhatsApp only, once it is approved', async () => {
    const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
    const headers = { authorization: `Bearer ${sandbox.apiKey}` }
    const body = { template, is_draft: false }
    expect((await callSandbox(sandbox, 'POST /tech/v2/templates/waba', { body, headers })).status).toBe(200)
    await sandbox.simulate.message({ ...ann, text: 'Is it ready?', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await page.getByRole('button', { name: 'Use a template' }).click()
    await expectPage(templateDialog(page).getByRole('button', { name: /sandbox_visit/ })).toBeVisible()
    await expectPage(templateDialog(page).getByRole('button', { name: /Order ready/ })).toHaveCount(0)
    sandbox.clock.advance(2_000)
    const list = async () => (await callSandbox(sandbox, 'GET /v3/templates/whatsapp', { headers })).json
    await expect.poll(list).toContainEqual(expect.objectContaining({ name: 'Order ready', status: 'approved' }))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Use a template' }).click()
    await expectPage(templateDialog(page).getByRole('button', { name: /Order ready/ })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /Bob/ }).click()
    await expectPage(composer(page)).toBeVisible()
    await expectPage(page.getByRole('button', { name: 'Use a template' })).toHaveCount(0)
  })

  it('is filled in with a preview, and sent with its header, footer and buttons', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Where is it?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await choose(page, 'sandbox_order')
    await fillOrder(page)
    await expectPage(templateDialog(page).getByRole('article', { name: 'Preview' })).toContainText(
      /Order A-17.*Hello Ann, your order leaves us today\./s,
    )
    await templateDialog(page).getByRole('button', { name: 'Send template' }).click()
    await expectPage(templateDialog(page)).toHaveCount(0)
    const sent = message(page, 'your order leaves us today')
    await expectPage(sent).toContainText(/Template sandbox_order.*Order A-17.*Reply STOP/s)
    await expectPage(sent.getByRole('list', { name: 'Buttons' }).getByRole('listitem')).toHaveText([
      'Yes, thank you',
      'Follow the parcel',
    ])
    const { json } = await callSandbox(sandbox, `GET /_sandbox/messages?${new URLSearchParams(ann)}`)
    expect(messagesSchema.parse(json).messages.at(-1)).toMatchObject({
      text: 'Hello Ann, your order leaves us today. Is that fine with you?',
      template: { name: 'sandbox_order', values: ['A-17', 'Ann', 'today', 'a17'], header: 'Order A-17' },
      buttons: [{ text: 'Yes, thank you' }, { text: 'Follow the parcel', payload: 'https://shop.example/parcels/a17' }],
    })
  })

  it('appears on the customer’s phone with all its parts, and a working link', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Where is it?', name: 'Ann' })
    const { socket } = await openWindow(sandbox)
    const wanted = { templateGuid: order, values: ['A-17', 'Ann', 'today', 'a17'] }
    await socket.emitWithAck('send', { ...ann, channelId: waba, clientMessageId: 'first', template: wanted })
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await openCustomer(page, 'Ann')
    const received = onPhone(page).getByRole('article').filter({ hasText: 'your order leaves us today' })
    await expectPage(received).toContainText(/Order A-17.*Reply STOP/s)
    await expectPage(received.getByRole('link', { name: 'Follow the parcel' })).toHaveAttribute(
      'href',
      'https://shop.example/parcels/a17',
    )
    await received.getByRole('button', { name: 'Yes, thank you' }).click()
    await expectPage(onPhone(page).getByRole('article').filter({ hasText: 'Yes, thank you' })).toHaveCount(2)
  })

  it('is reported to the CRM as a template', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const headers = { authorization: `Bearer ${sandbox.apiKey}` }
    const body = { webhooksUri: receiver.url, subscriptions: { messagesAndStatuses: true } }
    expect((await callSandbox(sandbox, 'PATCH /v3/webhooks', { body, headers })).status).toBe(200)
    await sandbox.simulate.message({ ...ann, text: 'Where is it?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await choose(page, 'sandbox_order')
    await fillOrder(page)
    await templateDialog(page).getByRole('button', { name: 'Send template' }).click()
    const echo = { isEcho: true, type: 'wapi_template', authorName: 'Kate Moreau' }
    const told = expect.objectContaining({ messages: [expect.objectContaining(echo)] })
    await expect.poll(() => receiver.calls.map(({ json }) => json), { timeout: 45_000 }).toContainEqual(told)
  })

  it('is not sent while a field is empty', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Where is it?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await choose(page, 'sandbox_visit')
    await templateDialog(page).getByRole('button', { name: 'Send template' }).click()
    const field = templateDialog(page).getByLabel('Text, {{1}}')
    await expectPage(field).toBeFocused()
    await expectPage(field).toHaveAccessibleDescription('This field is required.')
    expect(await getMessages(sandbox, ann)).toHaveLength(1)
  })

  it('is the only message WhatsApp Business accepts a day after the customer wrote', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Where is it?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    const through = page.getByRole('combobox', { name: 'Send via' })
    await through.selectOption({ label: '+79865784458 · WhatsApp Business (WABA)' })
    await expectPage(page.getByText('more than 24 hours ago')).toBeVisible()
    await expectPage(composer(page)).toHaveCount(0)
    await page.getByRole('button', { name: 'Choose a template' }).click()
    await templateDialog(page).getByRole('button', { name: 'sandbox_order' }).click()
    await fillOrder(page)
    await templateDialog(page).getByRole('button', { name: 'Send template' }).click()
    await expectPage(log(page).getByText('your order leaves us today')).toBeVisible()
    await expect.poll(async () => (await getMessages(sandbox, ann)).length).toBe(2) // The page shows it a moment before.
    await sandbox.simulate.message({ ...ann, text: 'Thank you' })
    await expectPage(composer(page)).toBeVisible()
  })
})
