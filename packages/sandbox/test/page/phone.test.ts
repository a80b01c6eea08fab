import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { findViolations } from './findViolations.ts'
import { wide } from './inspectorPage.ts'
import { chatInList, composer, message } from './locators.ts'
import { phone as narrow, openChats, startChromium } from './openPage.ts'
import { onPhone, openCustomer, staffSide, write } from './phonePage.ts'

startChromium()

describe('the phone, beside the chats page', () => {
  it('plays a new customer, whose messages staff see at once and reply to', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await onPhone(page).getByRole('button', { name: 'New customer' }).click()
    await onPhone(page).getByText('Telegram', { exact: true }).click()
    await onPhone(page).getByRole('textbox', { name: 'Account' }).fill('@maria')
    await onPhone(page).getByRole('textbox', { name: 'Name' }).fill('Maria')
    await onPhone(page).getByRole('button', { name: 'Start writing' }).click()
    await write(page, 'Is my order ready?')
    await chatInList(staffSide(page), 'Maria').click()
    await expectPage(message(staffSide(page), 'Is my order ready?')).toBeVisible()
    await expectPage(page.getByRole('link', { name: /Chats page/ })).toContainText('1')
    await composer(staffSide(page)).fill('It is.')
    await composer(staffSide(page)).press('Enter')
    await expectPage(message(page, 'It is.')).toBeVisible()
    await expectPage(message(staffSide(page), 'It is.').getByRole('img', { name: 'Read' })).toBeVisible()
    await expectPage(page.getByRole('link', { name: /Chats page/ })).not.toContainText('1')
    expect(await getMessages(sandbox, { chatType: 'telegram', chatId: 'maria' })).toHaveLength(2)
  })

  it('stays inside the page, however long the last message is', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({
      ...ann,
      text: 'Could you send me the invoice again, please? '.repeat(9),
      name: 'Ann',
    })
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    const newCustomer = onPhone(page).getByRole('button', { name: 'New customer' })
    await expectPage(onPhone(page).getByText('Could you send me')).toBeVisible()
    const box = await newCustomer.boundingBox()
    const { width = 0 } = page.viewportSize() ?? {}
    expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThan(width)
  })

  it('marks only the open chat as read', async () => {
    const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await chatInList(staffSide(page), 'Ann').click()
    await composer(staffSide(page)).fill('Good morning')
    await composer(staffSide(page)).press('Enter')
    const sent = message(staffSide(page), 'Good morning')
    await expectPage(sent.getByRole('img', { name: 'Sent' })).toBeVisible()
    await openCustomer(page, 'Ann')
    await expectPage(sent.getByRole('img', { name: 'Read' })).toBeVisible()
  })

  it('sends a photo and a voice message, which staff see and hear', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Look', name: 'Ann' })
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await openCustomer(page, 'Ann')
    await chatInList(staffSide(page), 'Ann').click()
    for (const name of ['Sample photo', 'Sample voice message']) {
      await onPhone(page).getByRole('button', { name: 'Attach' }).click()
      await onPhone(page).getByRole('button', { name }).click()
    }
    const photo = staffSide(page).getByRole('img', { name: 'photo.jpg' })
    await expectPage(photo).toBeVisible()
    await expectPage(photo).toHaveJSProperty('naturalWidth', 640)
    const voice = staffSide(page).getByLabel('voice.wav')
    await expectPage(voice).toHaveJSProperty('duration', 2)
  })

  it('sends a location, a contact card, a missed call and what no API can show, and reacts to a reply', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Look', name: 'Ann' })
    await sandbox.simulate.reply({ ...ann, text: 'Where?' })
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await openCustomer(page, 'Ann')
    await chatInList(staffSide(page), 'Ann').click()
    for (const [name, shown] of [
      ['Location', 'Harbour Café'],
      ['Contact card', 'Greta Lind'],
      ['Missed call', 'Missed call'],
      ['Something no API can show', 'can only be seen in the messenger'],
    ] as const) {
      await onPhone(page).getByRole('button', { name: 'Attach' }).click()
      await onPhone(page).getByRole('button', { name, exact: true }).click()
      await expectPage(message(page, shown)).toBeVisible()
      await expectPage(staffSide(page).getByRole('article').filter({ hasText: shown })).toBeVisible()
    }
    const reply = message(page, 'Where?')
    await reply.hover()
    await reply.getByRole('button', { name: 'React as the customer' }).click()
    await expectPage(reply.getByRole('list', { name: 'Reactions' })).toHaveText('👍')
    await reply.hover()
    await reply.getByRole('button', { name: 'React as the customer' }).click()
    await expectPage(reply.getByRole('list', { name: 'Reactions' })).toHaveCount(0)
  })

  it('sends the user’s own file, unless it is too large', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Look', name: 'Ann' })
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await openCustomer(page, 'Ann')
    const picker = page.getByLabel('File to send')
    await picker.setInputFiles({ name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
    await expectPage(message(page, 'bill.pdf')).toBeVisible()
    await picker.setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(800_000) })
    await expectPage(onPhone(page).getByRole('alert')).toContainText('up to 700 kB')
    expect(await getMessages(sandbox, ann)).toHaveLength(2)
  })

  it('shows messages the company deleted as deleted, and presses the company’s buttons', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
    const body = {
      ...{ channelId: channelIds.whatsapp, chatType: 'whatsapp', chatId: ann.chatId, text: 'Today?' },
      buttonsObject: { buttons: [{ text: 'Yes, today', type: 'text' }] },
    }
    const headers = { authorization: `Bearer ${sandbox.apiKey}` }
    expect((await callSandbox(sandbox, 'POST /v3/message', { body, headers })).status).toBe(201)
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await openCustomer(page, 'Ann')
    await chatInList(staffSide(page), 'Ann').click()
    await expectPage(message(staffSide(page), 'Today?')).toContainText('Yes, today')
    await message(page, 'Today?').getByRole('button', { name: 'Yes, today' }).click()
    await expectPage(message(staffSide(page), 'Customer:').filter({ hasText: 'Yes, today' })).toBeVisible()
    const asked = message(staffSide(page), 'Today?').first() // The reply quotes it.
    await asked.hover()
    await asked.getByRole('button', { name: 'Delete message' }).click()
    await expectPage(message(page, 'Message deleted').first()).toBeVisible()
  })

  it('rejects an invalid number', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await onPhone(page).getByRole('button', { name: 'New customer' }).click()
    await onPhone(page).getByRole('textbox', { name: 'Phone number' }).fill('12345')
    await onPhone(page).getByRole('button', { name: 'Start writing' }).click()
    await expectPage(onPhone(page).getByText('Enter an international number, 9 to 16 digits.')).toBeVisible()
    await onPhone(page).getByRole('textbox', { name: 'Phone number' }).fill('+7 (999) 888-77-66')
    await onPhone(page).getByRole('button', { name: 'Start writing' }).click()
    await write(page, 'Hello')
    await expect.poll(() => getMessages(sandbox, ann)).toHaveLength(1)
  })

  it('is a panel of its own on a narrow screen', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox`, narrow)
    await expectPage(onPhone(page)).toBeHidden()
    await page.getByRole('link', { name: 'Phone' }).click()
    await expectPage(onPhone(page)).toBeVisible()
    await page.getByRole('link', { name: /Chats page/ }).click()
    await expectPage(onPhone(page)).toBeHidden()
  })
})

describe('in light and dark colours, axe finds no violations in', () => {
  it('the phone beside the chats page', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    const page = await openChats(`${sandbox.url}/_sandbox`, wide)
    await expectPage(chatInList(staffSide(page), 'Ann')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
    await openCustomer(page, 'Ann')
    await expectPage(message(page, 'Hello')).toBeVisible()
    expect(await findViolations(page)).toEqual([])
  })

  it('the form for a new customer', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/phone`, narrow)
    await onPhone(page).getByRole('button', { name: 'New customer' }).click()
    expect(await findViolations(page)).toEqual([])
  })
})
