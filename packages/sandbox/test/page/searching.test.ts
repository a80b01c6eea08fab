import { describe, expect, it } from 'vitest'
import { ann, bob } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { composer, foundMessage, log, message, searchField } from './locators.ts'
import { openChats, phone, startChromium } from './openPage.ts'

startChromium()

describe('the search on the chats page', () => {
  it('finds messages, highlights matches, and opens the chat at the message', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Is the oak table still there?', name: 'Ann' })
    for (let number = 1; number <= 120; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}.` })
    await sandbox.simulate.message({ ...bob, text: 'Hello', name: 'Bob' })
    const page = await openChats(await getLink(sandbox, { activeChat: bob }))
    await searchField(page).fill('OAK table')
    const found = foundMessage(page, 'Is the oak table still there?')
    await expectPage(found.locator('mark')).toHaveText('oak table')
    await found.click()
    const opened = message(page, 'Is the oak table still there?')
    await expectPage(opened).toBeInViewport()
    await expectPage(opened).toBeFocused()
    await expectPage(page.getByRole('heading', { name: 'Chats' }).last()).toBeInViewport()
    await expectPage(opened.locator('mark')).toHaveText('oak table')
    await expectPage(message(page, 'Message 120.')).toHaveCount(0)
    await page.getByRole('button', { name: 'Go to the latest message' }).click()
    await expectPage(message(page, 'Message 120.')).toBeInViewport()
  })

  it('scrolls on from a found message to the latest one', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'The oak one', name: 'Ann' })
    for (let number = 1; number <= 80; number += 1)
      await sandbox.simulate.message({ ...ann, text: `Message ${number}.` })
    const page = await openChats(await getLink(sandbox))
    await searchField(page).fill('oak')
    await foundMessage(page, 'The oak one').click()
    await expectPage(message(page, 'The oak one')).toBeInViewport()
    await sandbox.simulate.message({ ...ann, text: 'News' })
    await page.getByRole('button', { name: 'Show later messages' }).focus()
    await page.keyboard.press('Enter')
    await expectPage(message(page, 'Message 80.')).toHaveCount(1)
    await expectPage(message(page, 'News')).toHaveCount(1)
    await expectPage(page.getByRole('button', { name: 'Show later messages' })).toHaveCount(0)
  })

  it('finds nothing outside the window’s card', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'An oak table', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'An oak chair', name: 'Bob' })
    const filter = [
      { ...ann, name: 'Ann' },
      { chatType: 'vk', chatId: '42', name: 'Eve' },
    ]
    const page = await openChats(await getLink(sandbox, { scope: 'card', filter }))
    await searchField(page).fill('oak')
    await expectPage(foundMessage(page, 'An oak table')).toBeVisible()
    await expectPage(foundMessage(page, 'An oak chair')).toHaveCount(0)
  })

  it('opens with Ctrl+K, moves with the arrow keys, and closes with Escape', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'An oak table', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }))
    await composer(page).focus()
    await page.keyboard.press('Control+k')
    await expectPage(searchField(page)).toBeFocused()
    await page.keyboard.type('oak')
    await expectPage(foundMessage(page, 'An oak table')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expectPage(foundMessage(page, 'An oak table')).toBeFocused()
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await expectPage(searchField(page)).toHaveValue('')
  })

  it('brings a narrow window back to the list', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const page = await openChats(await getLink(sandbox, { activeChat: ann }), phone)
    await expectPage(message(page, 'Hello')).toBeVisible()
    await page.keyboard.press('Control+k')
    await expectPage(searchField(page)).toBeFocused()
    await expectPage(log(page)).toHaveCount(0)
    expect(await page.evaluate('document.body.scrollWidth <= innerWidth')).toBe(true)
  })
})
