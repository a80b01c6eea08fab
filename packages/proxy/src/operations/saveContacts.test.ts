import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { respondJson, startUpstream, type Upstream } from '../../test/startUpstream.ts'
import type { ChatContact } from '../backend.ts'
import { wazzupV2 } from '../backends/wazzup-v2/backend.ts'
import { createChatProxy } from '../createChatProxy.ts'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})

beforeEach(() => {
  upstream.requests.length = 0
  upstream.onRequest((response) => response.end())
})

afterAll(() => upstream.close())

function toContacts(count: number): ChatContact[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    name: `Contact ${index}`,
    responsibleUserId: '1',
    chats: [{ chatType: 'whatsapp', chatId: `7999${String(index).padStart(7, '0')}` }],
  }))
}

async function save(contacts: ChatContact[]): Promise<void> {
  const backend = wazzupV2({ apiKey: 'key', baseUrl: upstream.url })
  await createChatProxy({ backend, identify: () => null }).saveContacts(contacts)
}

it('saves contacts and their responsible users, a hundred in a call, in order', async () => {
  await save(toContacts(250))
  const bodies: ChatContact[][] = upstream.requests.map((request) => JSON.parse(request.body))
  expect(upstream.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(Array(3).fill('PATCH /v2/contacts'))
  expect(bodies.map((body) => body.length)).toEqual([100, 100, 50])
  expect(bodies.flat()).toEqual(toContacts(250))
})

it('sends nothing for an empty list of contacts', async () => {
  await save([])
  expect(upstream.requests).toEqual([])
})

it('stops at the first call that fails', async () => {
  upstream.onRequest((response) =>
    respondJson(response, { status: 400, body: { error: { code: 'VALIDATION_ERROR' } } }),
  )
  await expect(save(toContacts(250))).rejects.toMatchObject({ code: 'upstream_refused' })
  expect(upstream.requests).toHaveLength(1)
})

it('sends nothing when a contact is invalid, and names the field', async () => {
  const [contact] = toContacts(1)
  const wrong = { ...contact, id: '' } as ChatContact
  await expect(save([wrong])).rejects.toThrow(/0\.id: must have at least 1/)
  expect(upstream.requests).toEqual([])
})

it('names the contact whose phone number the vendor would refuse', async () => {
  const wrong: ChatContact = { id: 'c7', name: 'Ivan', chats: [{ chatType: 'whatsapp', chatId: '+7 999' }] }
  await expect(save([...toContacts(1), wrong])).rejects.toThrow(/^In the chats of contact c7: chatId: .*digits only\.$/)
  expect(upstream.requests).toEqual([])
})

it('refuses where the vendor keeps no contacts', async () => {
  const proxy = createChatProxy({ backend: createScriptedBackend(), identify: () => null })
  await expect(proxy.saveContacts([])).rejects.toMatchObject({
    code: 'not_supported',
    message: 'scripted keeps no contacts.',
  })
})
