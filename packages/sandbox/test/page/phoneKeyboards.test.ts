import type { Locator, Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../callSandbox.ts'
import { callV3 } from '../callV3.ts'
import { channelIds } from '../fixtures/channels.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { wide } from './inspectorPage.ts'
import { openChats, startChromium } from './openPage.ts'
import { onPhone, openCustomer, staffSide } from './phonePage.ts'

startChromium()

const anna = { chatType: 'telegram', chatId: '123456' } as const
const url = 'https://example.com/menu'

/** Opens the phone of a customer of a bot. */
async function openPhone({ chatType = 'telegram', chatId = '123456' }: { chatType?: string; chatId?: string } = {}) {
  const sandbox = await startSandbox()
  await callSandbox(sandbox, 'POST /_sandbox/channels', { body: { transport: 'maxbot', plainId: 'bot' } })
  const { json } = await callSandbox(sandbox, 'GET /_sandbox/channels')
  const channels: { transport: string; channelId: string }[] = Reflect.get(Object(json), 'channels')
  const maxbot = channels.find(({ transport }) => transport === 'maxbot')?.channelId
  await callSandbox(sandbox, 'POST /_sandbox/simulate/message', {
    body: { chatType, chatId, text: 'Hello', name: 'Anna' },
  })
  const page = await openChats(`${sandbox.url}/_sandbox#/phone`, wide)
  await openCustomer(page, 'Anna')
  const channelId = chatType === 'max' ? maxbot : channelIds.telegram
  const send = async (text: string, buttonsObject?: object) =>
    expect(
      (await callV3(sandbox, 'POST /v3/message', { body: { chatType, chatId, channelId, text, buttonsObject } }))
        .status,
    ).toBe(201)
  return { sandbox, page, send }
}

function button(page: Page, name: string): Locator {
  return onPhone(page).getByRole('button', { name, exact: true })
}

function keyboard(page: Page): Locator {
  return onPhone(page).getByRole('region', { name: 'Keyboard of the bot' })
}

describe('the phone of a bot’s customer', () => {
  it('has inline buttons in rows under the message; a press answers it, a link opens', async () => {
    const { sandbox, page, send } = await openPhone()
    const buttons = [
      [
        { text: 'Yes', callbackData: 'y' },
        { text: 'No', callbackData: 'n' },
      ],
      [{ text: 'Menu', url }],
    ]
    await send('Shall we bake?', { replyMarkup: 'inline', buttons })
    await expectPage
      .poll(async () => {
        const [yes, no] = [await button(page, 'Yes').boundingBox(), await button(page, 'No').boundingBox()]
        return yes !== null && yes.y === no?.y
      })
      .toBe(true)
    await expectPage(onPhone(page).getByRole('link', { name: 'Menu' })).toHaveAttribute('href', url)
    await expectPage(keyboard(page)).toHaveCount(0)
    await button(page, 'Yes').click()
    await expectPage
      .poll(async () => (await getMessages(sandbox, anna)).at(-1))
      .toMatchObject({
        direction: 'incoming',
        text: 'Yes',
        refMessageId: expect.any(String),
      })
  })

  it('has reply buttons in the place of the keyboard, until they are taken away', async () => {
    const { sandbox, page, send } = await openPhone()
    await send('How many?', { replyMarkup: 'reply', buttons: [[{ text: '1' }, { text: '2' }], [{ text: 'More' }]] })
    await expectPage(keyboard(page).getByRole('listitem')).toHaveCount(2)
    await keyboard(page).getByRole('button', { name: '2' }).click()
    await expectPage
      .poll(async () => (await getMessages(sandbox, anna)).at(-1))
      .toMatchObject({
        text: '2',
        refMessageId: null,
      })
    await expectPage(keyboard(page).getByRole('button', { name: 'More' })).toBeVisible()
    await keyboard(page).getByRole('button', { name: 'Hide the keyboard' }).click()
    await expectPage(keyboard(page).getByRole('button', { name: 'More' })).toHaveCount(0)
    await send('Thank you', { replyMarkup: 'reply', removeKeyboard: true })
    await expectPage(keyboard(page)).toHaveCount(0)
  })

  it('hides a one-time keyboard after use, and shows it again when asked', async () => {
    const { page, send } = await openPhone()
    await send('Agreed?', { replyMarkup: 'reply', oneTimeKeyboard: true, buttons: [[{ text: 'Agreed' }]] })
    await keyboard(page).getByRole('button', { name: 'Agreed' }).click()
    await expectPage(keyboard(page).getByRole('button', { name: 'Agreed' })).toHaveCount(0)
    await keyboard(page).getByRole('button', { name: 'Show the keyboard' }).click()
    await expectPage(keyboard(page).getByRole('button', { name: 'Agreed' })).toBeVisible()
  })

  it('has the buttons of MAX, and staff see them too but cannot press them', async () => {
    const { sandbox, page, send } = await openPhone({ chatType: 'max' })
    await send('Deliver today?', {
      chatType: 'max',
      buttons: [
        [
          { type: 'callback', text: 'Yes', payload: 'y', intent: 'positive' },
          { type: 'callback', text: 'No', payload: 'n', intent: 'negative' },
        ],
        [
          { type: 'message', text: 'Call me' },
          { type: 'link', text: 'Terms', url },
        ],
      ],
    })
    await expectPage(onPhone(page).getByRole('link', { name: 'Terms' })).toBeVisible()
    await button(page, 'Call me').click()
    await expectPage
      .poll(async () => (await getMessages(sandbox, { chatType: 'max', chatId: '123456' })).at(-1))
      .toMatchObject({ direction: 'incoming', text: 'Call me' })
    await expectPage(staffSide(page).getByRole('button', { name: 'Call me', exact: true })).toHaveCount(0)
  })
})
