import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { sendMessageExample } from '../fixtures/sendMessageExample.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { findViolations } from './findViolations.ts'
import { foundMessage, message, searchField, templateDialog } from './locators.ts'
import { openChats, phone, startChromium } from './openPage.ts'

startChromium()

const waba = '+79865784458 · WhatsApp Business (WABA)'

describe('in light and dark colours, axe finds no violations in', () => {
  it('list and thread', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    for (let number = 1; number <= 20; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}.` })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(message(page, 'Message 20.')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('a thread on a phone', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }), phone)
    await expectPage(message(page, 'Hello')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('search results', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'An oak table', name: 'Ann oak' })
    const page = await openChats(await getLink(sandbox))
    await searchField(page).fill('oak')
    await foundMessage(page, 'An oak table').click()
    await expectPage(message(page, 'An oak table').locator('mark')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('an incomplete template', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await page.getByRole('button', { name: 'Use a template' }).click()
    await templateDialog(page).getByRole('button', { name: 'sandbox_order' }).click()
    await templateDialog(page).getByRole('button', { name: 'Send template' }).click()
    await expectPage(templateDialog(page).getByText('This field is required.').first()).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('voice, templates and failures', async () => {
    const sandbox = await startSandbox()
    const file = { name: 'voice.wav', type: 'audio/wav', data: Buffer.from('RIFF').toString('base64') }
    await sandbox.simulate.message({ ...ann, file, name: 'Ann' })
    const body = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
    await callSandbox(sandbox, 'PUT /_sandbox/customers', { body: { ...ann, standing: 'noAccount' } })
    await callSandbox(sandbox, 'POST /v2/send_message', { body })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(page.getByText('Not delivered.')).toBeVisible()
    await expectPage(page.getByText("Can't play this file")).toBeVisible()
    await page.getByRole('combobox', { name: 'Send via' }).selectOption({ label: waba })
    await expectPage(page.getByRole('button', { name: 'Choose a template' })).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('a link that does not work', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/chat/`)
    await expectPage(page.getByRole('alert')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })
})
