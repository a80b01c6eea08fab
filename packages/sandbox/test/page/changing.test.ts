import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { chatInList, composer, message } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

const start = 1_800_000_000_000

const channelsSchema = z.object({ channels: z.array(z.object({ channelId: z.string(), transport: z.string() })) })

describe('on the chats page, staff', () => {
  it('mark that no reply is needed, and the chat no longer counts', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Thanks, bye', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(chatInList(page, 'Ann')).toContainText('1 unanswered')
    await page.getByRole('button', { name: 'No reply needed' }).click()
    await expectPage(chatInList(page, 'Ann')).not.toContainText('unanswered')
    await expectPage(page.getByRole('button', { name: 'No reply needed' })).toHaveCount(0)
    await sandbox.simulate.message({ ...ann, text: 'One more thing' })
    await expectPage(chatInList(page, 'Ann')).toContainText('1 unanswered')
  })

  it('reply to one message, which the customer sees quoted', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Is it blue?', name: 'Ann' })
    await sandbox.simulate.message({ ...ann, text: 'Is it large?' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await message(page, 'Is it blue?').hover()
    await message(page, 'Is it blue?').getByRole('button', { name: 'Quote' }).click()
    await expectPage(page.getByText('Replying to: Is it blue?')).toBeVisible()
    await composer(page).fill('It is blue')
    await composer(page).press('Enter')
    await expectPage(message(page, 'It is blue').getByRole('blockquote')).toHaveText('Is it blue?')
    await expectPage(page.getByText('Replying to:')).toHaveCount(0)
  })

  it('edit their messages', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await composer(page).fill('At tne')
    await composer(page).press('Enter')
    await message(page, 'At tne').hover()
    await message(page, 'At tne').getByRole('button', { name: 'Edit' }).click()
    await expectPage(composer(page)).toHaveValue('At tne')
    await composer(page).fill('At ten')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectPage(message(page, 'At ten')).toContainText('edited')
    await expectPage(message(page, 'At tne')).toHaveCount(0)
    expect((await getMessages(sandbox, ann)).at(-1)).toMatchObject({ text: 'At ten' })
  })

  it('cancel an edit with Escape, and write a new message', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await composer(page).fill('At ten')
    await composer(page).press('Enter')
    await message(page, 'At ten').hover()
    await message(page, 'At ten').getByRole('button', { name: 'Edit' }).click()
    await composer(page).press('Escape')
    await expectPage(composer(page)).toHaveValue('')
    await expectPage(page.getByRole('button', { name: 'Send' })).toBeVisible()
  })

  it('delete their message, which leaves a placeholder', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await composer(page).fill('Never')
    await composer(page).press('Enter')
    await message(page, 'Never').hover()
    await message(page, 'Never').getByRole('button', { name: 'Delete message' }).click()
    await expectPage(message(page, 'Message deleted')).toBeVisible()
    await expectPage(message(page, 'Never')).toHaveCount(0)
  })

  it('can edit and delete only the company’s messages, for 15 minutes', async () => {
    const sandbox = await startSandbox({ clock: () => start })
    await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
    const body = { ...ann, channelId: channelIds.whatsapp, text: 'At ten' }
    await callSandbox(sandbox, 'POST /v2/send_message', { body })
    sandbox.clock.advance(15 * 60_000 + 1)
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await message(page, 'At ten').hover()
    await expectPage(message(page, 'At ten').getByRole('button', { name: 'Quote' })).toBeVisible()
    await expectPage(page.getByRole('button', { name: 'Edit' })).toHaveCount(0)
    await expectPage(page.getByRole('button', { name: 'Delete message' })).toHaveCount(0)
  })

  it('choose the channel, if several reach the chat', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    const choice = page.getByRole('combobox', { name: 'Send via' })
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/channels')
    const { channels } = channelsSchema.parse(json)
    const other = channels.findLast(({ transport }) => transport === 'whatsapp')
    await choice.selectOption(other?.channelId ?? '')
    await composer(page).fill('From the other number')
    await composer(page).press('Enter')
    const query = new URLSearchParams(ann)
    const list = async () => (await callSandbox(sandbox, `GET /_sandbox/messages?${query}`)).json
    const sent = expect.objectContaining({ text: 'From the other number', channelId: other?.channelId })
    await expect.poll(list).toMatchObject({ messages: expect.arrayContaining([sent]) })
  })

  it('see grey counts if they are auditors', async () => {
    const sandbox = await startSandbox()
    const answer = await callSandbox(sandbox, 'PUT /_sandbox/users/7/role', { body: { role: 'auditor' } })
    expect(answer.status).toBe(200)
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox))
    const count = chatInList(page, 'Ann').getByText('1', { exact: true }).locator('..')
    await expectPage(count).toBeVisible()
    await expectPage(count).toHaveClass(/bg-line/)
  })

  it('send a file, which the customer can open', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'The bill, please', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    const bill = { name: 'bill.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') }
    await page.getByLabel('File to send').setInputFiles(bill)
    await expectPage(page.getByText('8 B')).toBeVisible()
    await page.getByRole('button', { name: 'Send' }).click()
    await expectPage(message(page, 'bill.pdf')).toBeVisible()
    await expectPage(chatInList(page, 'Ann')).not.toContainText('unanswered')
    const sent = (await getMessages(sandbox, ann)).at(-1)
    expect(await (await fetch(sent?.content ?? '')).text()).toBe('%PDF-1.4')
  })
})
