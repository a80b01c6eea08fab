import { ar } from '@crm-chat/core/locales/ar'
import { ru } from '@crm-chat/core/locales/ru'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { framesOf } from '../../core/test/framesOf.ts'
import { type OpenWorld, openWorld } from '../../core/test/openWorld.ts'
import { addElement } from '../../elements/test/addElement.ts'
import { ChatLauncher, type ChatLocale, ChatProvider, ChatWindow, UnansweredBadge } from './index.ts'
import './styles.css'

afterEach(() => document.documentElement.removeAttribute('lang'))

const components = (
  <>
    <UnansweredBadge />
    <ChatWindow own />
    <ChatLauncher />
  </>
)

async function show(locale: ChatLocale | undefined, children: ReactNode = components) {
  await page.viewport(1280, 800)
  const world = openWorld()
  await world.setCount(5)
  const view = (next: ChatLocale | undefined): ReactNode => (
    <StrictMode>
      <ChatProvider endpoint={world.endpoint} locale={next}>
        {children}
      </ChatProvider>
    </StrictMode>
  )
  const screen = await render(view(locale))
  return { world, screen, box: screen.container, change: (next: ChatLocale | undefined) => screen.rerender(view(next)) }
}

/** All that a component says: its texts, its names and its tooltips, those in shadow roots included. */
function wordsIn(parent: Node): string[] {
  const own = parent instanceof Element ? [parent.getAttribute('aria-label'), parent.getAttribute('title')] : []
  const root = parent instanceof Element ? (parent.shadowRoot ?? parent) : parent
  const texts = [...root.childNodes].flatMap((child) => (child instanceof Text ? [child.data] : wordsIn(child)))
  return [...own, ...texts].flatMap((text) => text?.trim() || [])
}

/** Collects all that a component says, from its first moment on. */
function collect(element: Node): Set<string> {
  const heard = new Set<string>()
  const root = element instanceof Element ? (element.shadowRoot ?? element) : element
  const observer = new MutationObserver(() => {
    for (const words of wordsIn(element)) heard.add(words)
  })
  observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true })
  onTestFinished(() => observer.disconnect())
  return heard
}

const isEnglish = (text: string): boolean => /[a-z]{3}/i.test(text)
const phrase = '5 неотвеченных сообщений'

test('a named language is the first that is said, and nothing in another one before it', async () => {
  const heard = collect(document.body)
  const { box } = await show('ru')
  await expect.poll(() => wordsIn(box)).toEqual(expect.arrayContaining([phrase, 'Чат', 'Открыть чаты']))
  await expect.poll(() => box.querySelector('section')?.dataset.status).toBe('ready')
  await expect.poll(() => framesOf(box)[0]?.title).toBe('Чат')
  expect([...heard].filter(isEnglish)).toEqual([])
  const roots = [...box.querySelectorAll<HTMLElement>('.cc-window, .cc-launcher')]
  expect(roots.map(({ lang, dir }) => [lang, dir])).toEqual([
    ['ru', 'ltr'],
    ['ru', 'ltr'],
  ])
  expect([...box.querySelectorAll<HTMLElement>('.cc-badge')].map(({ lang }) => lang)).toEqual(['ru', 'ru'])
})

test('custom elements take the language of their attribute, and the launcher hands it on', async () => {
  const world = openWorld()
  await world.setCount(5)
  const launcher = addElement('crm-chat-launcher', { endpoint: world.endpoint, locale: 'ru-RU' })
  const heard = collect(launcher)
  const window = addElement('crm-chat-window', { endpoint: world.endpoint, locale: 'ru' })
  const other = addElement('crm-chat-badge', { endpoint: world.endpoint, locale: 'de' })
  await expect.poll(() => wordsIn(launcher)).toEqual(['Открыть чаты', phrase, phrase, '5'])
  launcher.open()
  await expect.poll(() => wordsIn(launcher)).toEqual(expect.arrayContaining(['Чаты', 'Закрыть чаты']))
  await expect.poll(() => wordsIn(window)).toContain('Чат')
  await expect.poll(() => wordsIn(other)).toContain('5 unbeantwortete Nachrichten')
  expect([...heard].filter(isEnglish)).toEqual([])
  window.setAttribute('locale', 'ar')
  await expect.poll(() => wordsIn(window)).toContain('محادثة')
  expect(window.shadowRoot?.querySelector('section')?.dir).toBe('rtl')
  window.removeAttribute('locale')
  await expect.poll(() => wordsIn(window)).toContain('Chat')
})

test('another language replaces all words while the page runs: no frame loads again, and no number is read out', async () => {
  const { world, box, change } = await show('ru')
  await expect.poll(() => box.querySelector('section')?.dataset.status).toBe('ready')
  await expect.poll(() => wordsIn(box)).toContain(phrase)
  const heard = collect(box)
  const said = collectAnnouncements()
  await change('de')
  await expect
    .poll(() => wordsIn(box))
    .toEqual(expect.arrayContaining(['5 unbeantwortete Nachrichten', 'Chats öffnen']))
  expect(heard).not.toContain('Open chats')
  await change(ar)
  await expect.poll(() => wordsIn(box)).toEqual(expect.arrayContaining(['5 رسائل بلا رد', 'فتح المحادثات']))
  await expect.poll(() => framesOf(box)[0]?.title).toBe('محادثة')
  await change('en')
  await expect.poll(() => wordsIn(box)).toEqual(expect.arrayContaining(['5 unanswered', 'Open chats']))
  await world.setCount(6)
  await expect.poll(() => said).toEqual(['6 unanswered'])
  expect((await world.see()).frameLoads).toHaveLength(1)
})

/** Records whatever the page's live region says. */
function collectAnnouncements(): string[] {
  const said: string[] = []
  const region = document.querySelector('[aria-live]')
  const observer = new MutationObserver(() => region?.textContent && said.push(region.textContent))
  if (region) observer.observe(region, { childList: true })
  onTestFinished(() => observer.disconnect())
  return said
}

test('announces in the language of the badge', async () => {
  const { world, box } = await show('ar', <UnansweredBadge />)
  await expect.poll(() => wordsIn(box)).toContain('5 رسائل بلا رد')
  await world.setCount(2)
  const region = (): HTMLElement | null => document.querySelector('[aria-live]')
  await expect.poll(() => region()?.textContent).toBe('رسالتان بلا رد')
  expect(region()?.lang).toBe(ar.lang)
})

test.each([
  ['pt-BR', 'pt'],
  ['kk-Cyrl-KZ', 'kk'],
  ['AR_eg', 'ar-u-nu-latn'],
  ['zh', 'en'],
  ['constructor', 'en'],
])('%s is a page in %s', async (lang, expected) => {
  document.documentElement.lang = lang
  const { box } = await show('auto', <ChatWindow />)
  await expect.poll(() => box.querySelector('section')?.lang).toBe(expected)
})

test('the language of the page is followed when it changes', async () => {
  document.documentElement.lang = 'es'
  const { box } = await show('auto')
  const element = addElement('crm-chat-window', { locale: 'auto' })
  await expect.poll(() => wordsIn(box)).toContain('Abrir los chats')
  document.documentElement.lang = 'pt-PT'
  await expect.poll(() => wordsIn(box)).toContain('Abrir conversas')
  await expect.poll(() => wordsIn(element)).toContain('Conversa')
  document.documentElement.lang = 'xx'
  await expect.poll(() => wordsIn(box)).toContain('Open chats') // The browser's own language.
})

test('imported words are there at once, and own labels go before each', async () => {
  const world: OpenWorld = openWorld()
  const own = { chats: undefined, open: 'Сообщения', errors: { network: 'Нет сети.' } }
  const heard = collect(document.body)
  const screen = await render(
    <ChatProvider endpoint={world.endpoint} locale={{ ...ru, close: 'Свернуть' }}>
      <ChatLauncher labels={own} />
    </ChatProvider>,
  )
  expect(wordsIn(screen.container)[0]).toBe('Сообщения')
  await screen.getByRole('button', { name: /Сообщения/ }).click()
  await expect.poll(() => wordsIn(screen.container)).toEqual(expect.arrayContaining(['Чаты', 'Свернуть']))
  expect([...heard].filter(isEnglish)).toEqual([])
})

test('without a language, nothing says one, and the direction is that of the page', async () => {
  const { box } = await show(undefined)
  await expect.poll(() => wordsIn(box)).toContain('5 unanswered')
  expect([...box.querySelectorAll('[lang], .cc-window[dir], .cc-launcher[dir]')]).toEqual([])
})
