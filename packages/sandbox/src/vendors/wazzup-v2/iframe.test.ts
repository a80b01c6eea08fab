import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { getLink } from '../../../test/getLink.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const user = { id: '7', name: 'Kate Moreau' }
const card = { user, scope: 'card', filter: [ann] }

describe('POST /v2/iframe', () => {
  it('responds 200 with a link to the chats page and nothing else', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /v2/iframe', { body: { user, scope: 'global' } })
    expect(status).toBe(200)
    expect(json).toEqual({
      url: expect.stringMatching(new RegExp(`^${sandbox.url}/chat/\\?token=[\\w-]+\\.[\\w-]+\\.[\\w-]+$`)),
    })
  })

  it.each([
    ['a number for a user id', { user: { id: 7, name: 'Kate' }, scope: 'global' }],
    ['the longest user id', { user: { id: 'x'.repeat(64), name: 'Kate' }, scope: 'global' }],
    ['an active chat as an object', { ...card, activeChat: ann }],
    ["an active chat as a list, as in the vendor's example", { ...card, activeChat: [ann] }],
    ['a chat id as a number', { ...card, activeChat: { chatType: 'whatsapp', chatId: 79998887766 } }],
  ])('accepts %s', async (_, body) => {
    const sandbox = await startSandbox()
    expect(await callSandbox(sandbox, 'POST /v2/iframe', { body })).toMatchObject({ status: 200 })
  })

  it('accepts a trailing slash in the path', async () => {
    const sandbox = await startSandbox()
    expect(await callSandbox(sandbox, 'POST /v2/iframe/', { body: card })).toMatchObject({ status: 200 })
  })

  it('opens a card with the maximum number of chats and length of names', async () => {
    const sandbox = await startSandbox()
    const name = 'Ы'.repeat(200)
    const filter = Array.from({ length: 100 }, (_, index) => ({ chatType: 'telegram', chatId: `id${index}`, name }))
    const { opened } = await openWindow(sandbox, { scope: 'card', filter })
    expect(opened.chats).toHaveLength(100)
    expect((await fetch(await getLink(sandbox, { scope: 'card', filter }))).status).not.toBe(431)
  })

  it.each([
    ['an unknown scope', { user, scope: 'all' }, /^scope: /],
    ['no scope', { user }, /^scope: /],
    ['a card without a filter', { user, scope: 'card' }, /^filter: /],
    ['a card with an empty filter', { user, scope: 'card', filter: [] }, /^filter: /],
    ['more than 100 chats', { user, scope: 'card', filter: Array(101).fill(ann) }, /^filter: /],
    ['no user', { scope: 'global' }, /^user: /],
    ['a user without a name', { user: { id: '7', name: '' }, scope: 'global' }, /^user\.name: /],
    ['a user id that is too long', { user: { id: 'x'.repeat(65), name: 'Kate' }, scope: 'global' }, /^user\.id: /],
    ['a user id that is no integer', { user: { id: 1.5, name: 'Kate' }, scope: 'global' }, /^user\.id: /],
    [
      'a chat id with a plus sign',
      { ...card, filter: [{ ...ann, chatId: '+79998887766' }] },
      /^filter\.0\.chatId: .*digits/,
    ],
    [
      'an instagram name with an @',
      { ...card, filter: [{ chatType: 'instagram', chatId: '@ann' }] },
      /^filter\.0\.chatId: /,
    ],
    ['an unknown messenger', { ...card, filter: [{ chatType: 'icq', chatId: '1' }] }, /^filter\.0\.chatType: /],
    ['two active chats', { ...card, activeChat: [ann, ann] }, /^activeChat: /],
    ['a list for a body', [], /^body: /],
    ['null for a body', null, /^body: /],
  ])('rejects %s, and names the field', async (_, body, description) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /v2/iframe', { body })
    expect(status).toBe(400)
    expect(json).toEqual(refusal('VALIDATION_ERROR', expect.stringMatching(description)))
  })

  it.each([
    ['what is not JSON', '{ "user": '],
    ['a form', 'user=7&scope=global'],
    ['nothing', ''],
    ['JSON nested a hundred thousand times', '['.repeat(100_000)],
  ])('rejects %s', async (_, rawBody) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /v2/iframe', { rawBody })
    expect(status).toBe(400)
    expect(json).toEqual(refusal('VALIDATION_ERROR', 'The body must be JSON.'))
  })

  it('rejects a body above a megabyte', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /v2/iframe', { body: { padding: 'x'.repeat(1_000_000) } })
    expect(status).toBe(413)
    expect(json).toEqual(refusal('BODY_TOO_LARGE'))
  })
})
