import { createServer } from 'node:http'
import { errorBodySchema, type Session, sessionSchema } from '@crm-chat/protocol'
import { expect, it } from 'vitest'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { identifyByCookie } from '../../test/identifyByCookie.ts'
import { get, post } from '../../test/requests.ts'
import type { Backend } from '../backend.ts'
import { type ChatProxy, createChatProxy } from '../createChatProxy.ts'
import { attachSocketIo } from '../node/attachSocketIo.ts'

const { windows, watchUnanswered, ...bare } = createScriptedBackend()
const globalOnly = { ...windows, scopes: ['global' as const] }

function setUp(backend: Backend, options: { authorizeChats?: () => boolean } = {}): ChatProxy {
  return createChatProxy({ backend, identify: identifyByCookie, ...options })
}

async function capabilitiesOf(proxy: ChatProxy): Promise<Session['capabilities']> {
  return sessionSchema.parse(await (await proxy.fetch(get('/chat/session'))).json()).capabilities
}

const authorizeChats = (): boolean => true

it.each<[string, Backend, { authorizeChats?: () => boolean }, string[]]>([
  [
    'everything',
    { ...bare, windows, watchUnanswered },
    { authorizeChats },
    ['window', 'cardWindow', 'unanswered', 'events'],
  ],
  ['no windows of cards without authorizeChats', { ...bare, windows }, {}, ['window']],
  ['no windows of cards where the vendor has none', { ...bare, windows: globalOnly }, { authorizeChats }, ['window']],
  ['a counter only', { ...bare, watchUnanswered }, { authorizeChats }, ['unanswered', 'events']],
  ['nothing', bare, { authorizeChats }, []],
])('a proxy offers what its backend and options can do: %s', async (_, backend, options, expected) => {
  expect(await capabilitiesOf(setUp(backend, options))).toEqual(expected)
})

it.each([
  ['with a place for files', true, true, true],
  ['not without one', true, false, false],
  ['not where the vendor has none', false, true, false],
])('a proxy offers captions of files: %s', async (_, takesCaptions, hasFiles, isOffered) => {
  const messages = { send: async () => ({ messageId: 'm' }), takesCaptions }
  const storeFile = async () => ({ url: 'https://crm.example.com/f/1', expiresAt: null })
  const proxy = createChatProxy({
    backend: { ...bare, messages },
    identify: identifyByCookie,
    authorizeChats,
    ...(hasFiles && { files: { storeFile } }),
  })
  expect((await capabilitiesOf(proxy)).includes('captions')).toBe(isOffered)
})

it('a proxy offers Socket.IO while it is attached', async () => {
  const proxy = setUp({ ...bare, watchUnanswered })
  const face = attachSocketIo({ server: createServer(), chat: proxy })
  expect(await capabilitiesOf(proxy)).toEqual(['unanswered', 'events', 'socketIo'])
  await face.close()
  expect(await capabilitiesOf(proxy)).toEqual(['unanswered', 'events'])
})

it.each([
  ['windows', post('/chat/window', { scope: 'global' }), bare],
  [
    'windows of cards',
    post('/chat/window', { scope: 'card', chats: [{ chatType: 'whatsapp', chatId: '7' }] }),
    { ...bare, windows: globalOnly },
  ],
  ['a counter', get('/chat/unanswered'), { ...bare, windows }],
  ['a stream', get('/chat/events'), { ...bare, windows }],
])('what a backend does not have is refused: %s', async (_, request, backend) => {
  const response = await setUp(backend, { authorizeChats }).fetch(request)
  expect(response.status).toBe(501)
  expect(errorBodySchema.parse(await response.json()).error).toMatchObject({ code: 'not_supported', retryable: false })
})

it('a refused counter leaves nothing behind: the next request is refused in the same way', async () => {
  const proxy = setUp(bare)
  for (let time = 0; time < 25; time += 1) expect((await proxy.fetch(get('/chat/events'))).status).toBe(501)
})
