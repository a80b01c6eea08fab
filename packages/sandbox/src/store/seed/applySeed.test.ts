import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { watchCounter } from '../../../test/counterClients.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { makeFolder } from '../../../test/makeFolder.ts'
import { runCli } from '../../../test/runCli.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createSandbox, type Sandbox } from '../../createSandbox.ts'
import { InvalidOptionError } from '../errors.ts'
import type { SeedInput } from './seedSchema.ts'

const seed: SeedInput = {
  channels: [{ channelId: 'c0ffee00-0000-4000-8000-000000000001', transport: 'whatsapp', plainId: '79990000000' }],
  users: [{ id: 7, name: 'Kate', role: 'seller' }],
  contacts: [{ id: 1, name: 'Ann Smith', responsibleUserId: 7, chats: [ann] }],
  chats: [
    {
      ...ann,
      name: 'Ann',
      messages: [
        { from: 'customer', text: 'Hello', minutesAgo: 120 },
        { from: 'company', text: 'How can we help?', author: 'Kate' },
        { from: 'customer', text: 'Is it there?' },
      ],
    },
  ],
}

describe('a seed', () => {
  it('fills the account with people, chats and unanswered messages', async () => {
    const sandbox = await startSandbox({ seed })
    expect(await getMessages(sandbox, ann)).toMatchObject([
      { text: 'Hello', direction: 'incoming' },
      { text: 'How can we help?', direction: 'outgoing', author: 'Kate', status: 'read' },
      { text: 'Is it there?', direction: 'incoming' },
    ])
    const counter = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => counter.values).toEqual([{ counter: 1 }])
    expect((await callSandbox(sandbox, 'GET /_sandbox/chats')).json).toMatchObject({ chats: [{ name: 'Ann Smith' }] })
  })

  it('creates the same ids every time, even after a reset', async () => {
    const [one, other] = [await startSandbox({ seed }), await startSandbox({ seed })]
    const first = await getMessages(one, ann)
    await one.simulate.message({ ...ann, text: 'More' })
    await one.reset()
    const toIds = (messages: { messageId: string }[]) => messages.map(({ messageId }) => messageId)
    expect(toIds(await getMessages(one, ann))).toEqual(toIds(first))
    expect(toIds(await getMessages(other, ann))).toEqual(toIds(first))
  })

  it('is not applied again to an existing data file', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    const before = await startSandbox({ seed, data })
    await before.close()
    const after = await startSandbox({ seed, data })
    expect(await getMessages(after, ann)).toHaveLength(3)
  })

  it('is found automatically in the working directory', async () => {
    const folder = await makeFolder()
    await writeFile(
      join(folder, 'seed.yaml'),
      'chats:\n  - {chatType: vk, chatId: 1, messages: [{from: customer, text: Hi}]}\n',
    )
    const { output } = runCli(['--port', '0'], { CRM_CHAT_READY: 'json' }, folder)
    await expect.poll(() => output.stdout, { timeout: 45_000 }).toMatch(/\n$/)
    const { url } = JSON.parse(output.stdout)
    const answer = await fetch(`${url}/_sandbox/messages?chatType=vk&chatId=1`)
    expect(await answer.json()).toMatchObject({ messages: [{ text: 'Hi' }] })
  })

  it.each([
    ['has what no seed has', { chat: [] }, /"chat"/],
    ['has a user without a name', { users: [{ id: 1 }] }, /users\.0\.name/],
    ['is nowhere', '/nowhere/seed.yaml', /\/nowhere\/seed\.yaml/],
    ['misspells a part', { chat: [] }, /seed: has no field "chat" \(did you mean "chats"\?\)/],
    ['misspells a field of a chat', { chats: [{ ...ann, mesages: [] }] }, /chats\.0: .*"mesages".*"messages"/],
    [
      'misspells two of them',
      { chats: [{ ...ann, mesages: [], nmae: 'Ann' }] },
      /"mesages" .* and no field "nmae" \(did you mean "name"/,
    ],
    [
      'misspells a field of a message',
      { chats: [{ ...ann, messages: [{ from: 'customer', txt: 'Hi' }] }] },
      /chats\.0\.messages\.0: .*"txt" .did you mean "text"/,
    ],
    [
      "misspells a field of a contact's chat",
      { contacts: [{ id: 1, name: 'Ann', chats: [{ ...ann, chatid: '1' }] }] },
      /contacts\.0\.chats\.0: .*"chatid" .did you mean "chatId"/,
    ],
    ['misspells a field of a user', { users: [{ id: 1, name: 'Kate', rol: 'seller' }] }, /users\.0: .*"rol".*"role"/],
    [
      'has a field of something else',
      { customers: [{ ...ann, standing: 'noAccount', tariff: 'max' }] },
      /customers\.0: has no field "tariff" .its fields are chatType, chatId, standing/,
    ],
    ['misspells a setting', { settings: { tarif: 'max' } }, /settings: .*"tarif" .did you mean "tariff"/],
    [
      'names an unknown messenger',
      { chats: [{ chatType: 'whatsap', chatId: '1' }] },
      /chats\.0\.chatType: must be one of "whatsapp", .*, not "whatsap"/,
    ],
  ])('is rejected when it %s', async (_, wrong, message) => {
    // @ts-expect-error Seeds come from files and may be anything.
    const starting = createSandbox({ port: 0, seed: wrong })
    await expect(starting).rejects.toThrow(InvalidOptionError)
    await expect(starting).rejects.toThrow(message)
  })
})

describe('a seed file', () => {
  const start = async (content: string | Buffer): Promise<Sandbox> => {
    const seedFile = join(await makeFolder(), 'people.yaml')
    await writeFile(seedFile, content)
    return startSandbox({ seed: seedFile })
  }
  const yaml = 'chats:\n  - { chatType: vk, chatId: 1, messages: [{ from: customer, text: Привет }] }\n'
  const utf16 = Buffer.from(yaml, 'utf16le')

  it.each([
    ['UTF-8', Buffer.from(yaml)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${yaml}`)],
    ['UTF-16, little-endian', Buffer.from(`\uFEFF${yaml}`, 'utf16le')],
    ['UTF-16, little-endian, without a mark', utf16],
    ['UTF-16, big-endian', Buffer.from(`\uFEFF${yaml}`, 'utf16le').swap16()],
    ['UTF-16, big-endian, without a mark', Buffer.from(utf16).swap16()],
  ])('is read in %s', async (_, content) => {
    const sandbox = await start(content)
    expect(await getMessages(sandbox, { chatType: 'vk', chatId: '1' })).toMatchObject([{ text: 'Привет' }])
  })

  it.each([
    ['another encoding', Buffer.from([0x61, 0x3a, 0x20, 0xcf, 0xf0, 0xe8])],
    ['half a letter of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x3a])],
  ])('is refused in %s', async (_, content) => {
    await expect(start(content)).rejects.toThrow(/people\.yaml: the text is in neither UTF-8 nor UTF-16/)
  })

  it('may repeat a part of itself with a merge key', async () => {
    const sandbox = await start(`
chats:
  - &first
    chatType: vk
    chatId: 1
    messages: [{ from: customer, text: Hello }]
  - <<: *first
    chatId: 2
`)
    for (const chatId of ['1', '2']) {
      expect(await getMessages(sandbox, { chatType: 'vk', chatId })).toMatchObject([{ text: 'Hello' }])
    }
  })
})
