import { createChat } from '@crm-chat/core'
import { createConversation } from '@crm-chat/core/conversation'
import { expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createListSource, everything } from '../../../core/test/conversation/createListSource.ts'
import { addStyles } from '../../test/showConversation.tsx'
import { ChatProvider } from '../ChatProvider.tsx'
import { Conversation, type ConversationProps } from './Conversation.tsx'

/** Shows a conversation in a language. Nothing of it is sent anywhere. */
async function show(locale: string, props: Partial<ConversationProps> = {}) {
  await page.viewport(800, 600)
  const source = createListSource({ count: 3 })
  const conversation = createConversation(source, { draftStorage: null })
  const chat = createChat({ locale, shareConnection: false })
  onTestFinished(() => {
    conversation.close()
    chat.close()
  })
  addStyles()
  const heard = new Set<string>()
  const observer = new MutationObserver(() => {
    for (const word of document.body.textContent.match(/[a-zа-яё]{4,}/gi) ?? []) heard.add(word)
  })
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  onTestFinished(() => observer.disconnect())
  const screen = await render(
    <ChatProvider chat={chat} locale={locale}>
      <div style={{ height: '500px' }}>
        <Conversation conversation={conversation} {...props} />
      </div>
    </ChatProvider>,
  )
  const root = () => screen.container.querySelector<HTMLElement>('.cc-conversation')
  return { source, conversation, chat, heard, root }
}

test('speaks the language of the provider, and no other before it', async () => {
  const { source, heard, root } = await show('ru')
  source.messages.splice(0)
  await expect.element(page.getByRole('textbox', { name: 'Сообщение' })).toBeVisible()
  expect(root()).toMatchObject({ lang: 'ru', dir: 'ltr' })
  await expect.element(page.getByRole('log', { name: 'Сообщения' })).toBeVisible()
  expect(
    [...heard].filter((word) => /^[a-z]+$/i.test(word) && word !== 'Message' && !/Kate|Moreau/.test(word)),
  ).toEqual([])
})

test('changes its language while it is open, and keeps what was written', async () => {
  const { chat, root } = await show('ru')
  await page.getByRole('textbox', { name: 'Сообщение' }).fill('Половина')
  chat.words.setState('ar')
  await expect.element(page.getByRole('textbox', { name: 'الرسالة' })).toHaveValue('Половина')
  expect(root()).toMatchObject({ lang: 'ar-u-nu-latn', dir: 'rtl' })
})

test('counts by the plural of its language, and explains a failed request by its code', async () => {
  const { source } = await show('ru')
  const [channel] = everything.channels
  const field = page.getByRole('textbox', { name: 'Сообщение' })
  await expect.element(field).toBeVisible()
  source.emit({
    type: 'allowed',
    allowed: { ...everything, channels: channel ? [{ ...channel, longestText: 5 }] : [] },
  })
  await field.fill('три')
  await expect.element(page.getByText('Осталось 2 символа')).toBeVisible()
  source.answers.push(async () => ({ ok: false, error: { message: 'The server is busy.', code: 'busy' } }))
  await page.getByRole('button', { name: 'Отправить', exact: true }).click()
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Не отправлено. Сервер перегружен. Попробуйте ещё раз чуть позже.')
})

test('words of its own go before the language', async () => {
  await show('ru', { labels: { write: 'Ответ клиенту', send: undefined } })
  await expect.element(page.getByPlaceholder('Ответ клиенту')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Отправить', exact: true })).toBeVisible()
})

test('keeps a sentence of the vendor together in a language from right to left', async () => {
  const { source } = await show('ar')
  const field = page.getByRole('textbox', { name: 'الرسالة' })
  await field.fill('مرحبا')
  source.answers.push(async () => ({ ok: false, error: { message: '', code: 'busy', detail: 'It is off.' } }))
  await page.getByRole('button', { name: 'إرسال', exact: true }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('\u2068It is off.\u2069')
})
