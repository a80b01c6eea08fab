import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { describe, expect, it, onTestFinished } from 'vitest'
import { watchCounter } from '../../../test/counterClients.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { saveUser } from '../../../test/saveUser.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createTechClient } from '../../../test/techClient.ts'
import { createAccounts } from '../../account/createAccounts.ts'
import { emulatedVendors, faultTargets } from '../../emulatedVendors.ts'
import type { Sandbox } from '../../index.ts'
import { parseSandboxOptions } from '../../sandboxOptions.ts'
import { counterV2 } from '../../vendors/wazzup-v2/unanswered.ts'
import { getPort, listen } from '../http/listen.ts'
import { serveCounter } from './serveCounter.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Collects the values a v3 client receives from now on. */
function watch(sandbox: Sandbox, userId = '7'): unknown[] {
  const values: unknown[] = []
  const stop = createV3Client(sandbox).watchUnanswered({
    userId,
    onValue: ({ count, tone }) => values.push([count, tone]),
  })
  onTestFinished(stop)
  return values
}

describe('the counter of v3, without new events', () => {
  it('drops each message a week after it arrived, by the clock', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    await saveUser(sandbox)
    const values = watch(sandbox)
    await expect.poll(() => values).toEqual([[0, null]])
    await sandbox.simulate.message({ ...ann, text: 'One' })
    await expect.poll(() => values.at(-1)).toEqual([1, 'red'])
    sandbox.clock.advance(dayMs)
    await sandbox.simulate.message({ ...bob, text: 'Two' })
    await expect.poll(() => values.at(-1)).toEqual([2, 'red'])
    sandbox.clock.advance(6 * dayMs - 1)
    await sandbox.simulate.message({ ...bob, text: 'Three' })
    await expect.poll(() => values.at(-1)).toEqual([3, 'red'])
    sandbox.clock.advance(1)
    await expect.poll(() => values.at(-1)).toEqual([2, 'red'])
    sandbox.clock.advance(dayMs)
    await expect.poll(() => values.at(-1)).toEqual([1, 'red'])
    sandbox.clock.advance(7 * dayMs)
    await expect.poll(() => values.at(-1)).toEqual([0, null])
  })

  it('drops a message for clients that connected later, and after a restore', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen' } })
    await saveUser(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'One' })
    const snapshot = await sandbox.snapshot()
    sandbox.clock.advance(dayMs)
    const values = watch(sandbox)
    await expect.poll(() => values).toEqual([[1, 'red']])
    await sandbox.simulate.message({ ...ann, text: 'Two' })
    await expect.poll(() => values.at(-1)).toEqual([2, 'red'])
    await sandbox.restore(snapshot)
    await expect.poll(() => values.at(-1)).toEqual([1, 'red'])
    sandbox.clock.advance(6 * dayMs)
    await expect.poll(() => values.at(-1)).toEqual([0, null])
  })
})

describe('the setting that shows managers all messages', () => {
  it("turns a connected manager's grey counter red, and back", async () => {
    const sandbox = await startSandbox()
    const tech = createTechClient(sandbox)
    await tech.updateSettings({ user_roles: [{ channel_id: channelIds.whatsapp, user_id: '7', role: 'manager' }] })
    await createV3Client(sandbox).saveUsers([
      { id: '7', name: 'Kate' },
      { id: '8', name: 'Bob' },
    ])
    await createV3Client(sandbox).saveContacts([
      { id: '1', name: 'Ann', responsibleUserId: '8', contactData: [ann], uri: 'https://crm.example.com/1' },
    ])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const values = watch(sandbox)
    await expect.poll(() => values).toEqual([[1, 'grey']])
    await tech.updateSettings({ push_input_output_message_events_for_managers: true })
    await expect.poll(() => values.at(-1)).toEqual([1, 'red'])
    await tech.updateSettings({ push_input_output_message_events_for_managers: false })
    await expect.poll(() => values.at(-1)).toEqual([1, 'grey'])
  })
})

describe('many counters', () => {
  /** Serves a counter, and notes each user whose value is counted. */
  async function serveCounted() {
    const accounts = await createAccounts({
      ...parseSandboxOptions({}),
      data: undefined,
      seed: undefined,
      vendors: emulatedVendors,
      faultTargets,
    })
    const server = createServer()
    const io = new Server(server)
    const counted: string[] = []
    const count: typeof counterV2.count = (account, userId) => {
      counted.push(userId)
      return counterV2.count(account, userId)
    }
    const end = serveCounter({ namespace: io.of('/'), accounts, dialect: { ...counterV2, count } })
    await listen(server, { port: 0, host: '127.0.0.1' })
    onTestFinished(async () => {
      await end()
      await io.close()
      await accounts.close()
    })
    const watch = (userId: string) =>
      watchCounter({
        url: `http://127.0.0.1:${getPort(server)}`,
        hello: { apiKey: accounts.default.apiKey, userId },
      })
    return { counted, watch, account: accounts.default }
  }

  const users = Array.from({ length: 40 }, (_, index) => `user-${index}`)

  it('count once for each that connects', async () => {
    const { counted, watch } = await serveCounted()
    const clients = users.map(watch)
    await expect.poll(() => clients.map(({ values }) => values)).toEqual(users.map(() => [{ counter: 0 }]))
    expect(counted.sort()).toEqual([...users].sort())
  })

  it('count once for each user at a change, however many sockets the user has', async () => {
    const { counted, watch, account } = await serveCounted()
    const clients = [...users, ...users].map(watch)
    await expect.poll(() => clients.filter(({ values }) => values.length === 1)).toHaveLength(clients.length)
    counted.length = 0
    account.store.changes.publish({ kind: 'reset' })
    await expect.poll(() => counted.length).toBe(users.length)
    expect(counted.sort()).toEqual([...users].sort())
  })
})
