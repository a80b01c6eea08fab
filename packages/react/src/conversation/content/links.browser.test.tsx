import { expect, test } from 'vitest'
import { createListSource, everything, type ListSource } from '../../../../core/test/conversation/createListSource.ts'
import { log, message, show } from '../../../test/showConversation.tsx'

/** The addresses that one can follow from the messages. */
const addresses = () =>
  log()
    .getByRole('link')
    .elements()
    .map((link) => link.getAttribute('href'))

test('shows the text of a message as it is, and links web addresses only, without a way back to this page', async () => {
  const source = createListSource()
  const hostile = '<img src=x onerror="document.title=1"> javascript:alert(1) data:text/html,1 https://a.example/?b=1.'
  source.add({ text: hostile })
  await show(source)
  await expect.element(message('<img')).toHaveTextContent(hostile)
  expect(addresses()).toEqual(['https://a.example/?b=1'])
  const [link] = log().getByRole('link').elements()
  expect([link?.getAttribute('target'), link?.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer'])
  expect(log().element().querySelector('img')).toBeNull()
})

const buttons = [
  { text: 'Yes' },
  { text: 'Shop', url: 'https://shop.example/' },
  { text: 'Script', url: 'javascript:alert(1)' },
  { text: 'Page', type: 'URL', payload: 'data:text/html,1' },
]

/** Shows a message with buttons to somebody who may press them, or to staff. */
async function showButtons(isCustomer: boolean): Promise<string[]> {
  const pressed: string[] = []
  const source: ListSource = createListSource()
  source.press = async ({ text }) => {
    pressed.push(text)
    return { ok: true, result: null }
  }
  source.add({ text: 'Which one?', buttons })
  await show(source)
  await expect.element(message('Which one?')).toBeVisible()
  if (isCustomer) source.emit({ type: 'allowed', allowed: { ...everything, can: ['press'] } })
  return pressed
}

test('opens the address of a button where it is a web address, and runs nothing else', async () => {
  const pressed = await showButtons(true)
  await expect.element(log().getByRole('button', { name: 'Script' })).toBeVisible()
  expect(addresses()).toEqual(['https://shop.example/'])
  await log().getByRole('button', { name: 'Script' }).click()
  await log().getByRole('button', { name: 'Page' }).click()
  expect(pressed).toEqual(['Script', 'Page'])
})

test('lets staff see the buttons of a message, and neither press nor open them', async () => {
  await showButtons(false)
  await expect.element(log().getByText('Shop')).toBeVisible()
  expect(addresses()).toEqual([])
  expect(
    log()
      .getByRole('button', { name: /Yes|Shop|Script|Page/ })
      .elements(),
  ).toEqual([])
})
