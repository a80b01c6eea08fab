import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { wide } from './inspectorPage.ts'
import { message } from './locators.ts'
import { openChats, startChromium } from './openPage.ts'
import { onPhone, write } from './phonePage.ts'

startChromium()

describe('the phone', () => {
  it.each([
    ['WhatsApp', '+7 999 888-77-66', 'whatsapp'],
    ['Telegram', '@maria', 'telegram'],
    ['Instagram', 'maria.k', 'instagram'],
    ['VK', '123456', 'vk'],
  ])('plays a new customer in %s', async (messenger, account, chatType) => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/phone`, wide)
    await onPhone(page).getByRole('button', { name: 'New customer' }).click()
    await onPhone(page).locator('label').filter({ hasText: messenger }).click()
    await onPhone(page)
      .getByRole('textbox', { name: /^(Account|Phone number)$/ })
      .fill(account)
    await onPhone(page).getByRole('button', { name: 'Start writing' }).click()
    await write(page, 'Hello')
    await expectPage(message(page, 'Hello')).toBeVisible()
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/chats')
    expect(json).toMatchObject({ chats: [{ chatType, lastText: 'Hello' }] })
  })

  it.each([
    ['Viber', '79998887766', 'viber'],
    ['Avito', 'maria', 'avito'],
    ['MAX', 'maria', 'max'],
  ])('connects a missing channel, and plays a new customer in %s', async (messenger, account, chatType) => {
    const sandbox = await startSandbox()
    const page = await openChats(`${sandbox.url}/_sandbox#/phone`, wide)
    await onPhone(page).getByRole('button', { name: 'New customer' }).click()
    await onPhone(page).getByText(messenger, { exact: true }).click()
    await expectPage(onPhone(page).getByText(`The company has no ${messenger} channel yet`)).toBeVisible()
    await onPhone(page).getByRole('button', { name: 'Connect a channel' }).click()
    await expectPage(onPhone(page).getByRole('button', { name: 'Connect a channel' })).toHaveCount(0)
    await onPhone(page)
      .getByRole('textbox', { name: /^(Account|Phone number)$/ })
      .fill(account)
    await onPhone(page).getByRole('button', { name: 'Start writing' }).click()
    await write(page, 'Hello')
    await expectPage(message(page, 'Hello')).toBeVisible()
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/chats')
    expect(json).toMatchObject({ chats: [{ chatType, lastText: 'Hello' }] })
  })
})
