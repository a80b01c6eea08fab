import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann, bob } from '../../test/fixtures/people.ts'
import { makeFolder } from '../../test/makeFolder.ts'
import { openTestStore } from '../../test/openTestStore.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import { subscribeTech } from '../../test/subscribe.ts'
import { createTechClient } from '../../test/techClient.ts'
import type { SandboxAccount } from '../index.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

async function write(account: Pick<SandboxAccount, 'simulate'>, times: number, person = ann): Promise<string[]> {
  const ids: string[] = []
  for (let time = 0; time < times; time++) {
    ids.push((await account.simulate.message({ ...person, text: 'Hello' })).messageId)
  }
  return ids
}

describe('ids made at run time', () => {
  it('are the same in every sandbox, and look like the vendor’s', async () => {
    const [one, other] = [await startSandbox(), await startSandbox()]
    const first = await write(one, 3)
    expect(await write(other, 3)).toEqual(first)
    expect(new Set(first).size).toBe(3)
    for (const id of first) expect(id).toMatch(uuid)
  })

  it('differ for another seed text', async () => {
    const [one, other] = [await startSandbox({ ids: 'one run' }), await startSandbox({ ids: 'another run' })]
    expect(await write(one, 1)).not.toEqual(await write(other, 1))
  })

  it('start again after a reset', async () => {
    const sandbox = await startSandbox()
    const first = await write(sandbox, 3)
    await sandbox.reset()
    expect(await write(sandbox, 3)).toEqual(first)
  })

  it('continue from a restored snapshot, even in another account', async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount()
    await write(sandbox, 2)
    const snapshot = await sandbox.snapshot()
    const next = await write(sandbox, 2)
    await sandbox.restore(snapshot)
    expect(await write(sandbox, 2)).toEqual(next)
    await other.restore(snapshot)
    const theirs = await write(other, 2)
    expect(next).not.toContain(theirs[0])
  })

  it('continue after a restart, whether the file was closed or not', async () => {
    const whole = await write(await startSandbox(), 6)
    const data = join(await makeFolder(), 'sandbox.db')
    const first = await startSandbox({ data })
    const before = await write(first, 3)
    await first.close()
    const second = await startSandbox({ data })
    expect([...before, ...(await write(second, 3))]).toEqual(whole)
    const copy = join(await makeFolder(), 'sandbox.db') // The second one is not closed: nobody noted how far it came.
    for (const part of ['', '-wal']) await copyFile(data + part, copy + part)
    const third = await startSandbox({ data: copy })
    const after = await write(third, 3)
    expect(whole.filter((id) => after.includes(id))).toEqual([])
  })

  it('do not depend on other accounts, and never repeat theirs', async () => {
    const sandbox = await startSandbox()
    const [quiet, busy] = [await sandbox.addAccount(), await sandbox.addAccount()]
    const [[own], others] = await Promise.all([write(quiet, 1), write(busy, 20), write(sandbox, 20)])
    const again = await startSandbox()
    const [same] = await write(await again.addAccount(), 1)
    expect(own).toBe(same)
    expect(others).not.toContain(own)
  })

  it('do not depend on ids of other kinds', async () => {
    const [plain, mixed] = [await startSandbox(), await startSandbox()]
    const expected = await write(plain, 2)
    const file = { name: 'a.txt', type: 'text/plain', data: 'AA==' }
    const { messageId } = await mixed.simulate.message({ ...ann, file })
    await callSandbox(mixed, 'POST /v2/send_message', { body: {} })
    expect([messageId, ...(await write(mixed, 1))]).toEqual(expected)
  })

  it('never repeat those of a seed', async () => {
    const messages = Array.from({ length: 20 }, (_, index) => ({ from: 'customer' as const, text: `${index}` }))
    const sandbox = await startSandbox({ seed: { chats: [{ ...bob, messages }] } })
    const made = await write(sandbox, 20)
    const { tables } = await sandbox.snapshot()
    expect(new Set(tables.messages?.map(({ message_id }) => message_id)).size).toBe(40)
    expect(tables.messages?.map(({ message_id }) => message_id)).toEqual(expect.arrayContaining(made))
  })

  it('are the same for accounts of a partner, and in their webhooks', async () => {
    async function live(): Promise<unknown> {
      const sandbox = await startSandbox({ clock: { mode: 'frozen', at: 1_800_000_000_000 } })
      const { received } = await subscribeTech(sandbox, 'message.add')
      const client = createTechClient(sandbox)
      const sent = await client.sendMessage({
        channel_id: channelIds.whatsapp,
        recipient: { chat_type: 'whatsapp', chat_id: ann.chatId },
        text: 'Hi',
      })
      await write(sandbox, 2)
      await expect.poll(received, { timeout: 45_000 }).toHaveLength(2)
      const subscriptions = (await client.fetchWebhooks()).map(({ id }) => id)
      return { sent, told: received(), subscriptions, delivered: sandbox.webhooks.list().map((one) => one.deliveryId) }
    }
    expect(await live()).toEqual(await live())
  })

  it('need one write for a thousand', async () => {
    const store = await openTestStore()
    for (let count = 0; count < 1_500; count++) store.ids.next('message')
    expect(store.connection.read({ sql: 'SELECT kind, used FROM id_sequences' })).toEqual([['message', 2_000]])
    store.ids.save()
    expect(store.connection.read({ sql: 'SELECT used FROM id_sequences' })).toEqual([[1_500]])
  })
})
