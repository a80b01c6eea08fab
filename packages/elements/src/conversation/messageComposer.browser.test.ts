import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { sharedChat } from '../sharedChat.ts'
import { defineConversationElements } from './defineConversationElements.ts'

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** Plays a proxy at a path of its own, with one channel of WhatsApp. Notes what is sent. */
function playProxy(): { endpoint: string; sent: unknown[] } {
  const endpoint = `/played-${crypto.randomUUID()}`
  const sent: unknown[] = []
  const before = globalThis.fetch
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(String(input), location.href)
    if (!pathname.startsWith(endpoint)) return before(input, init)
    const path = pathname.slice(endpoint.length + 1)
    if (path === 'session') return json(session)
    if (path === 'channels') return json({ channels: [channel] })
    if (path === 'messages') {
      sent.push(JSON.parse(String(init?.body)))
      return json({ messageId: 'm1' }, 202)
    }
    return json({ error: { code: 'not_supported', message: 'No.', requestId: 'r1', retryable: false } }, 501)
  })
  onTestFinished(() => {
    sharedChat(endpoint).close()
    vi.unstubAllGlobals()
  })
  return { endpoint, sent }
}

const session = {
  user: { id: '7', name: 'Kate' },
  vendor: 'wazzup-v3',
  chatTypes: ['whatsapp'],
  capabilities: ['channels', 'messages'],
  serverTime: '2030-01-01T00:00:00.000Z',
}
const channel = { id: 'c1', transport: 'whatsapp', chatType: 'whatsapp', state: 'active', account: '4930901821' }

function add(attributes: Record<string, string>): HTMLElementTagNameMap['crm-chat-message-composer'] {
  defineConversationElements()
  const element = document.createElement('crm-chat-message-composer')
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  onTestFinished(() => element.remove())
  return element
}

beforeEach(() => page.viewport(800, 600))

test('sends a message to its contact from a shadow root, and tells the page', async () => {
  const { endpoint, sent } = playProxy()
  const element = add({
    endpoint,
    label: 'Message to Ann',
    contact: '{"name":"Ann","chats":[{"chatType":"whatsapp","chatId":"79998887766"},{"chatType":7}],"phones":"none"}',
  })
  const heard: unknown[] = []
  const listen = ({ detail }: CustomEvent<{ messageIds: readonly string[] }>): void =>
    void heard.push(detail.messageIds)
  document.addEventListener('crm-chat-sent', listen)
  onTestFinished(() => document.removeEventListener('crm-chat-sent', listen))
  await expect.element(page.getByRole('region', { name: 'Message to Ann' })).toBeVisible()
  const text = page.getByRole('textbox', { name: 'Message', exact: true })
  await text.fill('Hello Ann')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => heard).toEqual([['m1']])
  expect(sent).toMatchObject([{ to: { chatType: 'whatsapp', chatId: '79998887766' }, text: 'Hello Ann' }])
  expect(document.querySelector('.cc-compose')).toBeNull()
  element.focus()
  expect(element.shadowRoot?.activeElement?.localName).toBe('textarea')
})

test('follows its attributes: another contact, another language, words of its own', async () => {
  const { endpoint } = playProxy()
  const contact = (chatId: string): string => JSON.stringify({ chats: [{ chatType: 'whatsapp', chatId }] })
  const element = add({ endpoint, locale: 'ru', contact: contact('79998887766'), 'known-only': '' })
  const shown = () => element.shadowRoot?.textContent
  await expect.poll(shown).toContain('79998887766')
  element.setAttribute('contact', contact('79990001122'))
  await expect.poll(shown).toContain('79990001122')
  expect(shown()).not.toContain('79998887766')
  expect(element.shadowRoot?.querySelector('section')?.lang).toBe('ru')
  element.setAttribute('locale', 'ar')
  await expect.poll(() => element.shadowRoot?.querySelector('section')?.dir).toBe('rtl')
})

test('says what is wrong with a contact that is not JSON', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { endpoint } = playProxy()
  add({ endpoint, contact: '{name' })
  await expect
    .poll(() => said.mock.calls.flat().join(' '))
    .toContain('The attribute "contact" of <crm-chat-message-composer> is not JSON')
})
