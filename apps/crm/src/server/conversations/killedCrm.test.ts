import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { openStore } from '../store/openStore.ts'
import { sqliteConversations } from './sqliteConversations.ts'

const script = fileURLToPath(new URL('../../../test/receivingCrm.ts', import.meta.url))
const secret = 'a-secret-of-the-tests-1'
const conversationId = 'whatsapp~79990000001'

interface RunningCrm {
  child: ChildProcess
  url: string
  /** Messages that it was given. */
  ids: string[]
  kill: () => Promise<void>
}

async function start({ data, hold }: { data: string; hold: boolean }): Promise<RunningCrm> {
  const child = fork(script, {
    execArgv: ['--conditions=crm-chat-source', '--import', 'tsx'],
    env: { PATH: process.env.PATH, CRM_DATA: data, CRM_TEST_SECRET: secret, ...(hold ? { CRM_TEST_HOLD: '1' } : {}) },
  })
  const ids: string[] = []
  let port = 0
  child.on('message', (message: { id?: string; port?: number }) => {
    if (message.id !== undefined) ids.push(message.id)
    port = message.port ?? port
  })
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  await eventually(() => expect(port).toBeGreaterThan(0))
  return { child, url: `http://127.0.0.1:${port}/chat/webhooks/${secret}`, ids, kill }
}

/** Sends a message as the vendor does. @returns the status; 0 without a response */
async function send(url: string, messageId: string): Promise<number> {
  const message = { messageId, channelId: 'c', chatType: 'whatsapp', chatId: '79990000001', type: 'text', text: 'Hi' }
  const messages = [{ ...message, dateTime: '2030-01-01T00:00:00.000Z', status: 'inbound' }]
  const body = JSON.stringify({ messages })
  return fetch(url, { method: 'POST', body }).then(
    ({ status }) => status,
    () => 0,
  )
}

it('a CRM that is killed between storing and acknowledging loses and doubles nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'crm-killed-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const data = join(folder, 'crm.sqlite')

  const first = await start({ data, hold: true })
  const cut = send(first.url, 'm1')
  await eventually(() => expect(first.ids).toEqual(['m1']))
  await first.kill()
  expect(await cut).toBe(0)

  const second = await start({ data, hold: false })
  expect([await send(second.url, 'm1'), await send(second.url, 'm1')]).toEqual([200, 200])
  expect(second.ids).toEqual(['m1'])
  expect(await send(second.url, 'm2')).toBe(200)
  await second.kill()

  const { database, close } = await openStore(data)
  onTestFinished(close)
  const { messages } = await sqliteConversations(database).page({ conversationId, limit: 10 })
  expect(messages.map(({ id }) => id)).toEqual(['m1', 'm2'])
})
