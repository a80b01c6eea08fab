import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { createLog } from '../../test/createLog.ts'
import type { AuthorizeChatsHook } from '../hooks.ts'
import { createProxyLogger } from '../logger.ts'
import { createAllowed } from './createAllowed.ts'

const chat = { chatType: 'whatsapp', chatId: '7' }
const userOf = (id: number) => ({ id: String(id), name: 'Ann' })

function setUp(authorizeChats: AuthorizeChatsHook) {
  const clock = createFakeClock()
  const logger = createProxyLogger({ logger: createLog(), redact: (text) => text, clock })
  return { clock, isAllowed: createAllowed({ authorizeChats, clock, timeoutMs: 2_000, logger }) }
}

describe('the CRM', () => {
  it('is asked once a minute about a user and a chat', async () => {
    const asked: string[] = []
    const { clock, isAllowed } = setUp(({ user, chats }) => asked.push(`${user.id} ${chats[0]?.chatId}`) === 1)
    expect(await isAllowed({ user: userOf(1), chat })).toBe(true)
    clock.advance(59_999)
    expect(await isAllowed({ user: userOf(1), chat })).toBe(true)
    expect(await isAllowed({ user: userOf(2), chat })).toBe(false)
    expect(await isAllowed({ user: userOf(1), chat: { ...chat, chatId: '8' } })).toBe(false)
    expect(asked).toEqual(['1 7', '2 7', '1 8'])
    clock.advance(1)
    expect(await isAllowed({ user: userOf(1), chat })).toBe(false)
  })

  it('is asked about 16 users at a time, when 2,000 are connected', async () => {
    let open = 0
    let most = 0
    let asked = 0
    const { isAllowed } = setUp(async () => {
      asked += 1
      open += 1
      most = Math.max(most, open)
      await Promise.resolve()
      open -= 1
      return true
    })
    const users = Array.from({ length: 2_000 }, (_, index) => userOf(index))
    const decisions = await Promise.all([...users, ...users].map((user) => isAllowed({ user, chat })))
    expect(decisions.filter(Boolean)).toHaveLength(4_000)
    expect({ asked, most }).toEqual({ asked: 2_000, most: 16 })
  })

  it('that does not answer in time has not allowed it', async () => {
    const { clock, isAllowed } = setUp(() => new Promise(() => {}))
    const decision = isAllowed({ user: userOf(1), chat })
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(2_000)
    expect(await decision).toBe(false)
  })
})
