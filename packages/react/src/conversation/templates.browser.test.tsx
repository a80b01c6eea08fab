import type { ConversationTemplate } from '@crm-chat/core/conversation'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createListSource, everything, type ListSource } from '../../../core/test/conversation/createListSource.ts'
import { field, message, show } from '../../test/showConversation.tsx'

beforeEach(() => page.viewport(900, 700))

const order: ConversationTemplate = {
  id: 't1',
  name: 'order_ready',
  category: 'UTILITY',
  language: 'en',
  header: null,
  body: 'Hello {{name}}, your order {{number}} is ready.',
  footer: null,
  buttons: [{ text: 'Thank you' }],
  places: [
    { part: 'body', variable: '{{name}}', takes: 'text' },
    { part: 'body', variable: '{{number}}', takes: 'text' },
  ],
  channelIds: null,
}

/** A conversation whose channel takes templates, for a day after the customer wrote also texts. */
function openSource(templates: ConversationTemplate[]): ListSource {
  const source = createListSource()
  source.add({ text: 'Is it ready?', sentAt: Date.now() - 25 * 3_600_000 })
  source.fetchTemplates = async () => ({ ok: true, result: templates })
  return source
}

const dialog = () => page.getByRole('dialog', { name: 'Send a template' })

test('fills in a template with named values, shows it meanwhile, and sends it', async () => {
  const source = openSource([order, { ...order, id: 't2', name: 'other' }])
  await show(source)
  source.emit({ type: 'allowed', allowed: { ...everything, can: ['send', 'template'] } })
  const opener = page.getByRole('button', { name: 'Use a template' })
  await opener.click()
  await dialog().getByRole('searchbox', { name: 'Search templates' }).fill('ORDER_')
  await dialog().getByRole('button', { name: 'order_ready' }).click()
  await dialog().getByRole('textbox', { name: 'Text, {{name}}' }).fill('Ann')
  await expect
    .element(dialog().getByRole('article', { name: 'Preview' }))
    .toHaveTextContent('Hello Ann, your order {{number}} is ready.')
  await dialog().getByRole('button', { name: 'Send template' }).click()
  await expect.element(dialog().getByText('This field is required.')).toBeVisible()
  await expect.element(dialog().getByRole('textbox', { name: 'Text, {{number}}' })).toHaveFocus()
  expect(source.sent).toEqual([])
  await userEvent.keyboard('17{Enter}')
  await expect.element(dialog()).not.toBeInTheDocument()
  await expect
    .poll(() => source.sent)
    .toMatchObject([{ template: { id: 't1', values: ['Ann', '17'] }, channelId: 'one' }])
  await expect.element(opener).toHaveFocus()
})

test('sends a template where the source has no list of channels and chooses by itself', async () => {
  const source = openSource([{ ...order, body: 'Hello', places: [] }])
  await show(source)
  source.emit({ type: 'allowed', allowed: { ...everything, channels: [], can: ['send', 'template'] } })
  await page.getByRole('button', { name: 'Use a template' }).click()
  await dialog().getByRole('button', { name: 'order_ready' }).click()
  await dialog().getByRole('button', { name: 'Send template' }).click()
  await expect.poll(() => source.sent).toMatchObject([{ template: { id: 't1', values: [] } }])
  expect(source.sent[0]).not.toHaveProperty('channelId')
})

test('is the only way to write once the reply window is closed', async () => {
  const source = openSource([order])
  await show(source)
  await expect.element(field()).toBeVisible()
  const [channel] = everything.channels
  if (!channel) throw new Error('There is no channel.')
  const replyWindow = { ms: 24 * 3_600_000, afterwards: 'templates' } as const
  const channels = [{ ...channel, messenger: 'WhatsApp Business', replyWindow }]
  source.emit({ type: 'allowed', allowed: { ...everything, channels, can: ['send', 'template'] } })
  const reason = 'more than 24 hours ago. WhatsApp Business only accepts templates now.'
  await expect.element(page.getByText(reason)).toBeVisible()
  await expect.element(field()).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Choose a template' }).click()
  await expect.element(dialog().getByRole('button', { name: 'order_ready' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  source.emit({ type: 'message', message: source.add({ text: 'Hello?' }) })
  await expect.element(field()).toBeVisible()
  await expect.element(message('Hello?')).toBeVisible()
})

test('says why templates are not there, and loads them again', async () => {
  const source = openSource([])
  let isBroken = true
  source.fetchTemplates = async () =>
    isBroken ? { ok: false, error: { message: 'The server is busy.' } } : { ok: true, result: [] }
  await show(source)
  source.emit({ type: 'allowed', allowed: { ...everything, can: ['send', 'template'] } })
  await page.getByRole('button', { name: 'Use a template' }).click()
  await expect.element(dialog().getByRole('alert')).toHaveTextContent('The server is busy.')
  isBroken = false
  await dialog().getByRole('button', { name: 'Try again' }).click()
  await expect.element(dialog().getByText('No approved templates yet')).toBeVisible()
})
