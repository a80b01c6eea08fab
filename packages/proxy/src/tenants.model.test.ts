import { sessionSchema } from '@crm-chat/protocol'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { createFakeClock } from '../test/createFakeClock.ts'
import { asUser, createTenantProxy } from '../test/createTenantProxy.ts'
import { get, post } from '../test/requests.ts'

/** Something that a user of a tenant does, or that a tenant's vendor sends. */
interface Step {
  kind: 'send' | 'count' | 'channels' | 'logout' | 'session' | 'pause'
  tenant: string
  user: string
  /** Number of a message, or of unanswered ones. */
  value: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('send', 'count', 'channels', 'logout', 'session', 'pause'),
  tenant: fc.integer({ min: 0, max: 49 }).map((index) => `t${index}`),
  user: fc.constantFrom('1', '2', '3'),
  value: fc.integer({ min: 0, max: 3 }),
})

/** A proxy of fifty tenants, of which it remembers five that nobody uses, and what each account should have been asked. */
function createModel() {
  const clock = createFakeClock()
  const { chat, accounts } = createTenantProxy({ clock, limits: { tenants: 5 } })
  const expected = new Map<string, Set<string>>()
  const sent = new Map<string, string[]>()

  async function read(path: string, { tenant, user }: Step): Promise<unknown> {
    return (await chat.fetch(get(path, asUser(tenant, user)))).json()
  }

  /** Notes what an account has sent, which a tenant that is opened again forgets. */
  function collect(): void {
    for (const [tenant, account] of accounts) {
      sent.set(tenant, [...(sent.get(tenant) ?? []), ...account.sent.splice(0)])
    }
  }

  const steps: Record<Step['kind'], (own: Step) => Promise<void>> = {
    send: async ({ tenant, user, value }) => {
      const body = { to: { chatType: 'whatsapp', chatId: '7' }, text: `text ${value}`, crmMessageId: `${value}` }
      expect((await chat.fetch(post('/chat/messages', body, asUser(tenant, user)))).status).toBe(202)
      expected.set(tenant, (expected.get(tenant) ?? new Set()).add(`${tenant} ${user} text ${value}`))
      collect()
    },
    count: async (own) => {
      const waiting = read('/chat/unanswered', own)
      const counter = await vi.waitFor(
        () => {
          const open = accounts.get(own.tenant)?.open.get(own.user)
          if (!open) throw new Error('The counter is not open.')
          return open
        },
        { interval: 1, timeout: 45_000 },
      )
      counter.onValue({ count: own.value, tone: own.value > 0 ? 'red' : null, at: '2030-01-01T00:00:00.000Z' })
      expect(await waiting).toMatchObject({ userId: own.user })
      clock.advance(50)
      expect(await read('/chat/unanswered', own)).toMatchObject({ userId: own.user, count: own.value })
    },
    channels: async (own) => {
      expect(await read('/chat/channels', own)).toMatchObject({ channels: [{ id: `channel-${own.tenant}` }] })
    },
    logout: async ({ tenant, user }) => chat.revoke(user, { tenant }),
    pause: async () => clock.advance(90_000),
    session: async (own) => {
      const { user } = sessionSchema.parse(await read('/chat/session', own))
      expect(user).toEqual({ id: own.user, name: `User ${own.user} of ${own.tenant}` })
    },
  }
  return {
    run: (own: Step): Promise<void> => steps[own.kind](own),
    end: async (): Promise<void> => {
      for (const [tenant, texts] of sent) expect(texts.toSorted()).toEqual([...(expected.get(tenant) ?? [])].sort())
      await chat.close()
    },
  }
}

it('fifty tenants never see, send or count anything of each other, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120 }), async (steps) => {
      const model = createModel()
      for (const own of steps) await model.run(own)
      await model.end()
    }),
    { numRuns: 15 },
  )
})
