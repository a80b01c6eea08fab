import { ar } from '@crm-chat/core/locales/ar'
import { ru } from '@crm-chat/core/locales/ru'
import { createElement, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createListSource } from '../../core/test/conversation/createListSource.ts'
import { Conversation, useConversation } from './conversation/index.ts'
import { ChatLauncher, type ChatLocale, ChatProvider, ChatWindow, TabBadge, UnansweredBadge } from './index.ts'

test('renders on a server, without a window and without a request', () => {
  expect(typeof window).toBe('undefined')
  const endpoint = 'http://127.0.0.1:1/chat' // A request would fail, and be reported as an unhandled rejection.
  const children = [
    createElement(UnansweredBadge, { key: 'badge' }),
    createElement(TabBadge, { key: 'tab', sound: true, notification: true }),
    createElement(ChatWindow, { key: 'window', scope: 'global' }),
    createElement(ChatLauncher, { key: 'launcher' }),
  ]
  const html = renderToString(createElement(StrictMode, null, createElement(ChatProvider, { endpoint }, children)))
  expect(html).toContain('Opening the chat…')
  expect(html).toContain('Open chats')
  expect(html).toContain('count unknown')
  expect(html).not.toContain('unanswered')
  expect(html).not.toContain('<iframe')
})

const source = createListSource({ count: 3 })

function Thread() {
  return createElement(Conversation, { conversation: useConversation(() => source) })
}

test('renders a conversation on a server as one that loads', () => {
  expect(renderToString(createElement(Thread))).toContain('Loading messages…')
  expect(source.requests).toEqual([])
})

test.each([
  [ru, 'ltr', ['Открываем чат…', 'Открыть чаты', 'количество неизвестно']],
  [ar, 'rtl', ['جارٍ فتح المحادثة…', 'فتح المحادثات', 'العدد غير معروف']],
] as const)('renders imported words on a server', (locale, dir, words) => {
  const html = render(locale)
  for (const each of words) expect(html).toContain(each)
  expect(html).toContain(`lang="${locale.lang}" dir="${dir}"`)
  expect(html).not.toMatch(/chat[ s]|count/i)
})

test('renders no words in a language that a server would have to load', () => {
  const html = render('ru')
  expect(html).not.toMatch(/Opening|Open chats|count unknown/)
  expect(html).toContain('cc-toggle')
  expect(render('en-GB')).toMatch(/Opening the chat….*Open chats/)
})

function render(locale: ChatLocale): string {
  const children = [
    createElement(UnansweredBadge, { key: 'badge' }),
    createElement(ChatWindow, { key: 'window', scope: 'global' }),
    createElement(ChatLauncher, { key: 'launcher' }),
  ]
  return renderToString(createElement(ChatProvider, { locale }, children))
}
