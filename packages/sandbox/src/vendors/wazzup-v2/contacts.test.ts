import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { watchCounter } from '../../../test/counterClients.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const contact = { id: 17, responsibleUserId: '7', name: 'Ann Larsen', chats: [ann] }

describe('PATCH /v2/contacts', () => {
  it('responds 200 without a body', async () => {
    const sandbox = await startSandbox()
    const answer = await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [{ ...contact, deals: [1, '2'] }] })
    expect(answer).toMatchObject({ status: 200, text: '' })
  })

  it('creates no dialogue', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [contact] })
    expect((await openWindow(sandbox)).opened.chats).toEqual([])
  })

  it("replaces the messenger's name by the CRM's", async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'anka_77' })
    const { opened, told } = await openWindow(sandbox)
    expect(opened.chats).toMatchObject([{ name: 'anka_77' }])
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [contact] })
    await expect.poll(() => told.chats[0]).toMatchObject([{ name: 'Ann Larsen' }])
  })

  it('moves an unanswered message to the counter of the new responsible user', async () => {
    const sandbox = await startSandbox()
    const { apiKey, url } = sandbox
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const seven = watchCounter({ url, hello: { apiKey, userId: '7' } })
    const eight = watchCounter({ url, hello: { apiKey, userId: '8' } })
    await expect.poll(() => [seven.values, eight.values]).toEqual([[{ counter: 1 }], [{ counter: 1 }]])
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [contact] })
    await expect.poll(() => eight.values).toEqual([{ counter: 1 }, { counter: 0 }])
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [{ ...contact, responsibleUserId: 8 }] })
    await expect.poll(() => [seven.values.at(-1), eight.values.at(-1)]).toEqual([{ counter: 0 }, { counter: 1 }])
  })

  it('replaces a contact’s chats and responsible user', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [{ ...contact, responsibleUserId: '8' }] })
    const { opened, told } = await openWindow(sandbox)
    expect(opened.chats).toMatchObject([bob])
    await callSandbox(sandbox, 'PATCH /v2/contacts', { body: [{ id: '17', name: 'Bob', chats: [bob] }] })
    await expect.poll(() => told.chats.at(-1)).toMatchObject([{ ...bob, name: 'Bob' }, ann])
  })

  it.each([
    ['a single contact', contact, /^body: /],
    ['an empty list', [], /^body: /],
    ['more than 100 contacts', Array(101).fill(contact), /^body: /],
    ['a contact without an id', [{ ...contact, id: undefined }], /^0\.id: /],
    ['a contact without a name', [contact, { ...contact, name: undefined }], /^1\.name: /],
    ['a contact without chats', [{ ...contact, chats: undefined }], /^0\.chats: /],
    [
      'a whatsapp number with a plus sign',
      [{ ...contact, chats: [{ ...ann, chatId: '+79998887766' }] }],
      /^0\.chats\.0\.chatId: /,
    ],
    ['an unknown messenger', [{ ...contact, chats: [{ ...ann, chatType: 'icq' }] }], /^0\.chats\.0\.chatType: /],
  ])('rejects %s, and names the field', async (_, body, description) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'PATCH /v2/contacts', { body })
    expect(status).toBe(400)
    expect(json).toEqual(refusal('VALIDATION_ERROR', expect.stringMatching(description)))
  })

  it('rejects a body that is not JSON', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'PATCH /v2/contacts', { rawBody: 'name=Ann' })
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR') })
  })
})
