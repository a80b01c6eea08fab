import { describe, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { composer, message } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

const start = 1_800_000_000_000
const tooLate = 'More than 15 minutes have passed since the message was sent.'

async function openWithAnswer() {
  const sandbox = await startSandbox({ clock: () => start })
  await sandbox.simulate.message({ ...ann, text: 'When?', name: 'Ann' })
  const body = { ...ann, channelId: channelIds.whatsapp, text: 'At ten' }
  await callSandbox(sandbox, 'POST /v2/send_message', { body })
  const page = await openChats(await getLink(sandbox, { activeChat: ann }))
  await message(page, 'At ten').hover()
  return { sandbox, page }
}

describe('the chats page explains a rejected action', () => {
  it('when an edit comes too late', async () => {
    const { sandbox, page } = await openWithAnswer()
    await message(page, 'At ten').getByRole('button', { name: 'Edit' }).click()
    sandbox.clock.advance(15 * 60_000 + 1)
    await composer(page).fill('At eleven')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectPage(page.getByRole('status').filter({ hasText: tooLate })).toBeVisible()
    await expectPage(composer(page)).toHaveValue('At eleven')
    await expectPage(message(page, 'At ten')).toBeVisible()
  })

  it('when a deletion comes too late, and the notice can be dismissed', async () => {
    const { sandbox, page } = await openWithAnswer()
    sandbox.clock.advance(15 * 60_000 + 1)
    await message(page, 'At ten').getByRole('button', { name: 'Delete message' }).click()
    await expectPage(page.getByRole('alert')).toContainText(tooLate)
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expectPage(page.getByRole('alert')).toHaveCount(0)
  })

  it('when "No reply needed" fails, with a retry', async () => {
    let time = start
    const sandbox = await startSandbox({ clock: () => time, linkLifetimeMs: 3_600_000 })
    await sandbox.simulate.message({ ...ann, text: 'Bye', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await expectPage(message(page, 'Bye')).toBeVisible()
    time += 3_600_000
    await page.getByRole('button', { name: 'No reply needed' }).click()
    await expectPage(page.getByRole('alert')).toContainText('This link has expired.')
    time -= 3_600_000
    await page.getByRole('button', { name: 'Try again' }).click()
    await expectPage(page.getByRole('alert')).toHaveCount(0)
    await expectPage(page.getByRole('button', { name: 'No reply needed' })).toHaveCount(0)
  })

  it('when the messenger rejects a message, with a way to send it again', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await callSandbox(sandbox, 'PUT /_sandbox/customers', { body: { ...ann, standing: 'noAccount' } })
    await composer(page).fill('Good morning')
    await composer(page).press('Enter')
    await expectPage(page.getByText('This contact has no account in the messenger.')).toBeVisible()
    await callSandbox(sandbox, 'PUT /_sandbox/customers', { body: { ...ann, standing: 'reachable' } })
    await page.getByRole('button', { name: 'Send again' }).click()
    await expectPage(message(page, 'Good morning')).toHaveCount(2)
  })

  it('when the channel accepts no messages', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    const path = `POST /_sandbox/channels/${channelIds.whatsapp}/state`
    await callSandbox(sandbox, path, { body: { state: 'notEnoughMoney' } })
    await composer(page).fill('Good morning')
    await composer(page).press('Enter')
    await expectPage(page.getByRole('alert')).toContainText('Not sent. The channel is not paid for.')
  })
})
