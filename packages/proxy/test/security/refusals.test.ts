import { describe, expect, it } from 'vitest'
import { createChatProxy } from '../../src/createChatProxy.ts'
import type { ChatProxyOptions } from '../../src/parseOptions.ts'
import { createScriptedBackend } from '../createScriptedBackend.ts'
import { identifyByCookie } from '../identifyByCookie.ts'
import { get, post } from '../requests.ts'

/** The response to a request, without its id. */
async function answerTo(request: Request, options: Partial<ChatProxyOptions> = {}): Promise<unknown> {
  const proxy = createChatProxy({ backend: createScriptedBackend(), identify: identifyByCookie, ...options })
  const response = await proxy.fetch(request)
  const id = response.headers.get('x-request-id') ?? ''
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
  return { status: response.status, headers, text: (await response.text()).replace(id, '') }
}

async function expectSame(answers: Promise<unknown>[]): Promise<unknown> {
  const [first, ...others] = await Promise.all(answers)
  for (const other of others) expect(other).toEqual(first)
  return first
}

const nobody = { cookie: 'session=none' }

describe('a refusal tells nothing but its reason', () => {
  it('an unknown path is the same for everybody, whatever it names', async () => {
    const answer = await expectSame([
      answerTo(get('/chat/nothing')),
      answerTo(get('/chat/nothing', nobody)),
      answerTo(get('/chat/nothing', { origin: 'https://evil.com' })),
      answerTo(post('/chat/users/1', {})),
      answerTo(get('/chat/constructor')),
      answerTo(get('/v2/users')),
    ])
    expect(answer).toMatchObject({ status: 404 })
  })

  it('nobody learns what a request would have been refused for', async () => {
    const answer = await expectSame([
      answerTo(get('/chat/session', nobody)),
      answerTo(get('/chat/unanswered', nobody)),
      answerTo(get('/chat/events', nobody)),
      answerTo(post('/chat/window', { scope: 'global' }, nobody)),
      answerTo(post('/chat/window', 'not JSON', nobody)),
      answerTo(post('/chat/window', { scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '7' }] }, nobody)),
      answerTo(get('/chat/session', { cookie: '' })),
      answerTo(get('/chat/session'), { identify: () => ({ id: '', name: '' }) }),
    ])
    expect(answer).toMatchObject({ status: 401 })
  })

  it('chats that do not exist are forbidden like those of others', async () => {
    const card = (chatId: string): Request =>
      post('/chat/window', { scope: 'card', chats: [{ chatType: 'whatsapp', chatId }] })
    const known = { authorizeChats: ({ chats }: { chats: { chatId: string }[] }) => chats[0]?.chatId === '1' }
    const answer = await expectSame([
      answerTo(card('79990000001'), known),
      answerTo(card('79990000002'), known),
      answerTo(card('79990000001')),
      answerTo(card('79990000001'), { authorizeChats: async () => false }),
      answerTo(post('/chat/window', { scope: 'global', activeChat: { chatType: 'whatsapp', chatId: '7' } }), known),
    ])
    expect(answer).toMatchObject({ status: 403 })
  })
})
