import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { sharedChat } from '../sharedChat.ts'
import { defineConversationElements } from './defineConversationElements.ts'

const ann = { chatType: 'whatsapp', chatId: '79998887766' }
const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** Plays a proxy at a path of its own, with two messages of each chat. */
function playProxy(): { endpoint: string; requests: string[] } {
  const endpoint = `/played-${crypto.randomUUID()}`
  const requests: string[] = []
  const before = globalThis.fetch
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(String(input), location.href)
    if (!pathname.startsWith(endpoint)) return before(input, init)
    const path = decodeURIComponent(pathname.slice(endpoint.length + 1))
    requests.push(`${init?.method ?? 'GET'} ${path}`)
    if (path === 'session') return json(session)
    if (path === 'messages') return json({ messageId: 'm3' }, 202)
    const [, chatId] = /^conversations\/whatsapp~(\d+)\/messages$/.exec(path) ?? []
    if (chatId) return json({ messages: [1, 2].map((number) => toMessage(chatId, number)), before: null })
    return json({ error: { code: 'not_supported', message: 'No.', requestId: 'r1', retryable: false } }, 501)
  })
  onTestFinished(() => {
    sharedChat(endpoint).close()
    vi.unstubAllGlobals()
  })
  return { endpoint, requests }
}

const session = {
  user: { id: '7', name: 'Kate' },
  vendor: 'test',
  chatTypes: ['whatsapp'],
  capabilities: ['conversation', 'messages'],
  serverTime: '2030-01-01T00:00:00.000Z',
}

const toMessage = (chatId: string, number: number) => ({
  id: `${chatId} ${number}`,
  chat: { chatType: 'whatsapp', chatId },
  direction: 'incoming',
  type: 'text',
  text: `Message ${number} of ${chatId}`,
  at: `2020-01-01T00:0${number}:00.000Z`,
})

function add(attributes: Record<string, string>): HTMLElementTagNameMap['crm-chat-conversation'] {
  defineConversationElements()
  const parent = document.createElement('div')
  parent.style.height = '500px'
  const element = document.createElement('crm-chat-conversation')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  parent.append(element)
  document.body.append(parent)
  onTestFinished(() => parent.remove())
  return element
}

beforeEach(() => page.viewport(800, 600))

test('shows the messages of its chat in a shadow root, sends one, and moves between them with the keyboard', async () => {
  const { endpoint, requests } = playProxy()
  const element = add({ endpoint, chat: JSON.stringify(ann), label: 'Messages with Ann' })
  const log = page.getByRole('log', { name: 'Messages with Ann' })
  await expect.element(log.getByText(`Message 2 of ${ann.chatId}`)).toBeVisible()
  expect(document.querySelector('.cc-conversation')).toBeNull()
  expect(log.element().getBoundingClientRect().height).toBeLessThan(500)
  element.focus()
  await userEvent.keyboard('Hello{Enter}')
  await expect.element(log.getByText('Hello')).toBeVisible()
  await expect.poll(() => requests.filter((request) => request === 'POST messages')).toHaveLength(1)
  await log.click({ position: { x: 5, y: 5 } })
  log.element().setAttribute('tabindex', '0')
  ;(log.element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  await expect.poll(() => element.shadowRoot?.activeElement?.textContent).toContain(`Message 2 of ${ann.chatId}`)
})

test('follows its attributes: another chat, another language, words of its own', async () => {
  const { endpoint } = playProxy()
  const element = add({ endpoint, chat: JSON.stringify(ann), locale: 'ru' })
  await expect.element(page.getByRole('textbox', { name: 'Сообщение' })).toBeVisible()
  element.setAttribute('chat', JSON.stringify({ ...ann, chatId: '79990001122' }))
  await expect.element(page.getByText('Message 2 of 79990001122')).toBeVisible()
  expect(page.getByText(`Message 2 of ${ann.chatId}`).elements()).toEqual([])
  const field = element.shadowRoot?.querySelector('textarea')
  element.setAttribute('locale', 'ar')
  await expect.element(page.getByRole('textbox', { name: 'الرسالة' })).toBeVisible()
  expect(element.shadowRoot?.querySelector('.cc-conversation')?.getAttribute('dir')).toBe('rtl')
  element.setAttribute('labels', '{"write":"أجب"}')
  await expect.element(page.getByPlaceholder('أجب')).toBeVisible()
  element.labels = { write: 'رد' }
  await expect.element(page.getByPlaceholder('رد')).toBeVisible()
  expect(element.shadowRoot?.querySelector('textarea')).toBe(field)
})

test('keeps its conversation while it is moved, and ends it when it is removed', async () => {
  const { endpoint, requests } = playProxy()
  const element = add({ endpoint, chat: JSON.stringify(ann) })
  await expect.element(page.getByText(`Message 2 of ${ann.chatId}`)).toBeVisible()
  const field = () => element.shadowRoot?.querySelector('textarea')
  await page.getByRole('textbox', { name: 'Message' }).fill('Half a sen')
  const before = field()
  const loads = () => requests.filter((request) => request.startsWith('GET conversations')).length
  const count = loads()
  const parent = document.createElement('div')
  parent.style.height = '400px'
  document.body.append(parent)
  onTestFinished(() => parent.remove())
  parent.append(element)
  await expect.element(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Half a sen')
  expect(field()).toBe(before)
  expect(loads()).toBe(count)
  element.remove()
  await expect.poll(() => element.shadowRoot?.querySelector('.cc-conversation')).toBeNull()
})

test('waits for a chat, and says what is wrong with one that is not JSON', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { endpoint, requests } = playProxy()
  const element = add({ endpoint, chat: '{chatType' })
  await expect.poll(() => element.shadowRoot?.querySelector('.cc-waiting')).not.toBeNull()
  expect(said.mock.calls.flat().join(' ')).toContain('The attribute "chat" of <crm-chat-conversation> is not JSON')
  expect(requests).toEqual([])
  element.setAttribute('chat', JSON.stringify(ann))
  await expect.element(page.getByText(`Message 2 of ${ann.chatId}`)).toBeVisible()
})
