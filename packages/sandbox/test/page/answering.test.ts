import { describe, expect, it } from 'vitest'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { chatInList, composer, log, message } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'

startChromium()

const card = { scope: 'card', filter: [{ ...ann, name: 'Ann' }] }

describe('a reply from the chats page', () => {
  it('is sent with Enter, and shows when it is delivered and read', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await composer(page).fill('Good morning, Ann')
    await composer(page).press('Enter')
    await expectPage(composer(page)).toHaveValue('')
    const sent = message(page, 'Good morning, Ann')
    await expectPage(sent).toContainText('Kate Moreau')
    await expectPage(chatInList(page, 'Ann')).not.toContainText('unanswered')
    await expectPage(log(page).getByText('1 unanswered message')).toHaveCount(0)
    expect((await getMessages(sandbox, ann)).at(-1)).toMatchObject({ text: 'Good morning, Ann', author: 'Kate Moreau' })
    await expectPage(sent.getByRole('img', { name: 'Delivered' })).toBeVisible()
    await sandbox.simulate.message({ ...ann, text: 'Thank you' })
    await expectPage(sent.getByRole('img', { name: 'Read' })).toBeVisible()
  })

  it('shows as sent until it is delivered', async () => {
    const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
    const page = await openChats(await getLink(sandbox, card))
    await composer(page).fill('Hello')
    await page.getByRole('button', { name: 'Send' }).click()
    await expectPage(message(page, 'Hello').getByRole('img', { name: 'Sent' })).toBeVisible()
    sandbox.clock.advance(1_000)
    await expectPage(message(page, 'Hello').getByRole('img', { name: 'Delivered' })).toBeVisible()
  })

  it('may have several lines', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(await getLink(sandbox, card))
    await composer(page).pressSequentially('One')
    await composer(page).press('Shift+Enter')
    await composer(page).pressSequentially('Two')
    await composer(page).press('Enter')
    await expect.poll(async () => (await getMessages(sandbox, ann)).map(({ text }) => text)).toEqual(['One\nTwo'])
  })

  it('appears in every window with the chat', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const [one, other] = [
      await openChats(await getLink(sandbox, card)),
      await openChats(await getLink(sandbox, { activeChat: ann, user: { id: '9', name: 'Lee' } })),
    ]
    await composer(one).fill('I take this one')
    await composer(one).press('Enter')
    await expectPage(message(other, 'I take this one')).toContainText('Kate Moreau')
    await expectPage(chatInList(other, 'Ann')).not.toContainText('unanswered')
    await expectPage(message(one, 'I take this one')).toHaveCount(1)
  })

  it('cannot be empty or longer than 10,000 characters', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(await getLink(sandbox, card))
    const send = page.getByRole('button', { name: 'Send' })
    await expectPage(send).toBeDisabled()
    await composer(page).fill('   ')
    await expectPage(send).toBeDisabled()
    await composer(page).fill('x'.repeat(9_990))
    await expectPage(page.getByText('10 characters left')).toBeVisible()
    await composer(page).fill('x'.repeat(10_001))
    await expectPage(page.getByText('1 character too long')).toBeVisible()
    await expectPage(send).toBeDisabled()
    await composer(page).press('Enter')
    expect(await getMessages(sandbox, ann)).toEqual([])
    await composer(page).fill('x'.repeat(10_000))
    await expectPage(send).toBeEnabled()
  })

  it('is kept as a draft while another chat is open', async () => {
    const sandbox = await startSandbox()
    const filter = [
      { ...ann, name: 'Ann' },
      { chatType: 'vk', chatId: '42', name: 'Bob' },
    ]
    const page = await openChats(await getLink(sandbox, { scope: 'card', filter, activeChat: ann }))
    await composer(page).fill('To be continued')
    await chatInList(page, 'Bob').click()
    await expectPage(composer(page)).toHaveValue('')
    await chatInList(page, 'Ann').click()
    await expectPage(composer(page)).toHaveValue('To be continued')
  })

  it('can be retried after it was rejected, and arrives once', async () => {
    let time = 1_800_000_000_000
    const sandbox = await startSandbox({ clock: () => time, linkLifetimeMs: 3_600_000 })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(composer(page)).toBeVisible()
    time += 3_600_000
    await composer(page).fill('Hello')
    await composer(page).press('Enter')
    await expectPage(page.getByRole('alert')).toContainText('Not sent. This link has expired.')
    time -= 3_600_000
    await page.getByRole('button', { name: 'Retry' }).click()
    await expectPage(message(page, 'Hello').getByRole('img', { name: 'Sent' })).toBeVisible()
    await expectPage(page.getByRole('alert')).toHaveCount(0)
    expect(await getMessages(sandbox, ann)).toHaveLength(1)
  })

  it('can be discarded after it was rejected', async () => {
    let time = 1_800_000_000_000
    const sandbox = await startSandbox({ clock: () => time, linkLifetimeMs: 3_600_000 })
    const page = await openChats(await getLink(sandbox, card))
    await expectPage(composer(page)).toBeVisible()
    time += 3_600_000
    await composer(page).fill('Hello')
    await composer(page).press('Enter')
    await page.getByRole('button', { name: 'Delete' }).click()
    await expectPage(message(page, 'Hello')).toHaveCount(0)
  })
})
