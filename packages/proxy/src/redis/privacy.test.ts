import { expect, it } from 'vitest'
import { eventually } from '../../test/eventually.ts'
import { describeRedis, setUpRedis } from '../../test/redis/setUpRedis.ts'
import { startMonitor } from '../../test/redis/startMonitor.ts'
import { lastPrefix, startProxies } from '../../test/redis/startProxies.ts'
import { v3Message } from '../../test/startReceiver.ts'
import { memoryConversations } from '../conversations/memoryConversations.ts'

const server = setUpRedis()

describeRedis('whoever reads all of Redis', () => {
  it('learns of no text, name, phone number, chat or user, in what is there and in what is passed on', async () => {
    const [one, two] = await startProxies({
      url: server().url,
      count: 2,
      options: () => ({ authorizeChats: () => true, conversations: memoryConversations() }),
    })
    if (!one || !two) throw new Error('There are two.')
    const commands = await startMonitor(server().url)
    one.backend.send('1', 7)
    expect(await one.post({ crmMessageId: 'private-id', text: 'A private text' })).toMatchObject({ status: 202 })
    const message = v3Message('m-private', { text: 'Another text', chatId: '79990000001' })
    expect((await one.send({ messages: [message] })).status).toBe(200)
    one.chat.revoke('user-of-the-crm')
    const kinds = ['bus', 'once', 'chat', 'logouts', 'event', 'lane']
    const isSeen = (kind: string): boolean => commands.flat().some((text) => text.startsWith(`${lastPrefix()}:${kind}`))
    await eventually(() => expect(kinds.filter(isSeen)).toEqual(kinds))
    const all = commands.flat().join('\n')
    const words = [
      'A private text',
      'Another text',
      'private-id',
      'm-private',
      'vendor-1',
      '79990000001',
      'user-of-the-crm',
      'whatsapp',
    ]
    expect(words.filter((word) => all.includes(word))).toEqual([])
  })
})
