import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { describe, expect, it } from 'vitest'
import { collect } from '../../../test/collect.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { subscribeTech, subscribeV3, toSubscriber } from '../../../test/subscribe.ts'
import { createWhatomateClient } from '../../../test/whatomateClient.ts'
import type { Sandbox } from '../../index.ts'
import { InvalidOptionError } from '../../store/errors.ts'

const kinds = [
  { kind: 'location', text: 'Harbour Café: 59.3238, 18.0931' },
  { kind: 'contact', text: 'Greta Lind, +46 70 123 45 67' },
  { kind: 'missedCall' },
  { kind: 'unsupported' },
] as const

async function subscribeV2(sandbox: Sandbox) {
  const receiver = await startReceiver()
  await createWazzupV2({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }).setWebhooks({ url: receiver.url })
  return toSubscriber('wazzup-v2', receiver)
}

const own = ['location', 'contact', 'missedCall', 'unsupported']

describe('a message that is neither a text nor a file', () => {
  it.each([
    ['the tech API', (sandbox: Sandbox) => subscribeTech(sandbox, 'message.add'), own],
    ['API v3', (sandbox: Sandbox) => subscribeV3(sandbox, { messagesAndStatuses: true }), own],
    ['API V2, which shows calls only', subscribeV2, ['unsupported', 'unsupported', 'missedCall', 'unsupported']],
  ])('is told by the words of %s', async (_, subscribe, expected) => {
    const sandbox = await startSandbox()
    const { understood } = await subscribe(sandbox)
    for (const each of kinds) await sandbox.simulate.message({ ...ann, ...each })
    const types = async (): Promise<string[]> =>
      (await understood()).flatMap((event) => (event.kind === 'message' ? [event.message.type] : []))
    await expect.poll(types).toEqual(expected)
  })

  it('is in the history of Whatomate, and on the phone', async () => {
    const sandbox = await startSandbox()
    for (const each of kinds) await sandbox.simulate.message({ ...ann, ...each })
    const client = createWhatomateClient(sandbox)
    const [contact] = await collect(client.listContacts({ search: ann.chatId }))
    const { messages } = await client.fetchMessages({ contact_id: contact?.id ?? '', limit: 10 })
    expect(messages.map(({ message_type, content }) => [message_type, content.body])).toEqual([
      ['location', kinds[0].text],
      ['contact', kinds[1].text],
      ['call', 'Missed call'],
      ['unsupported', ''],
    ])
    expect(await getMessages(sandbox, ann)).toMatchObject(kinds)
  })

  it.each([
    [{ kind: 'location' }],
    [{ kind: 'missedCall', text: 'Hello' }],
    [{ kind: 'contact', text: 'Greta', content: 'https://example.com/a.vcf' }],
    [{}],
  ] as const)('is refused as %j', async (content) => {
    const sandbox = await startSandbox()
    await expect(sandbox.simulate.message({ ...ann, ...content })).rejects.toThrow(InvalidOptionError)
  })
})

describe('a customer’s reaction', () => {
  it('is told by Whatomate, one at a time, until it is taken back', async () => {
    const sandbox = await startSandbox()
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const client = createWhatomateClient(sandbox)
    const [contact] = await collect(client.listContacts({ search: ann.chatId }))
    const read = async () => {
      const { messages } = await client.fetchMessages({ contact_id: contact?.id ?? '', limit: 1 })
      return messages[0]?.reactions
    }
    const contact_id = contact?.id ?? ''
    await client.sendReaction({ contact_id, message_id: messageId, emoji: '🙏' })
    await sandbox.simulate.reaction({ messageId, emoji: '👍' })
    await sandbox.simulate.reaction({ messageId, emoji: '❤️' })
    expect(await read()).toMatchObject([{ emoji: '🙏' }, { emoji: '❤️', from_phone: ann.chatId }])
    expect(await getMessages(sandbox, ann)).toMatchObject([{ reactions: ['🙏', '❤️'] }])
    expect(await sandbox.simulate.reaction({ messageId, emoji: null })).toEqual({ messageId, reactions: ['🙏'] })
  })

  it('needs a message in WhatsApp', async () => {
    const sandbox = await startSandbox()
    const { messageId } = await sandbox.simulate.message({ ...bob, text: 'Hello' })
    for (const id of [messageId, 'none'])
      await expect(sandbox.simulate.reaction({ messageId: id, emoji: '👍' })).rejects.toThrow(InvalidOptionError)
  })
})
