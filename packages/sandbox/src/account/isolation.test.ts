import { expect, it } from 'vitest'
import { callSandbox } from '../../test/callSandbox.ts'
import { watchCounter } from '../../test/counterClients.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann } from '../../test/fixtures/people.ts'
import { type Receiver, startReceiver } from '../../test/startReceiver.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import type { Sandbox, SandboxAccount } from '../index.ts'

const rounds = 12
const patience = { timeout: 45_000 }

interface Tenant {
  name: string
  account: SandboxAccount
  receiver: Receiver
  counter: { values: unknown[] }
  messageIds: string[]
}

it('stay isolated while all of them are busy in one sandbox', async () => {
  const sandbox = await startSandbox()
  const names = Array.from({ length: 8 }, (_, index) => `tenant-${index}`)
  const tenants = await Promise.all(names.map((name) => settle(sandbox, name)))
  await Promise.all(tenants.map((tenant) => hammer(sandbox, tenant)))
  const seen = await Promise.all(tenants.map((tenant) => look(sandbox, tenant)))
  for (const [index, name] of names.entries()) {
    const others = names.filter((other) => other !== name)
    const text = JSON.stringify(seen[index])
    expect(text).toContain(`${name} writes`)
    for (const other of others) expect(text).not.toContain(other)
  }
  const ids = tenants.flatMap(({ messageIds }) => messageIds)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(names.length * rounds * 2)
  expect(sandbox.requests()).toEqual([])
  expect((await sandbox.snapshot()).tables.messages).toEqual([])
}, 60_000)

/** Makes an account with an address for webhooks and a counter of its own. */
async function settle(sandbox: Sandbox, name: string): Promise<Tenant> {
  const account = await sandbox.addAccount({ apiKey: `key-of-${name}` })
  const receiver = await startReceiver()
  const { status } = await call(sandbox, account, 'PUT /v2/webhooks', { url: receiver.url })
  expect(status).toBe(200)
  const counter = watchCounter({ url: sandbox.url, hello: { apiKey: account.apiKey, userId: '7' } })
  await expect.poll(() => counter.values, patience).toEqual([{ counter: 0 }])
  return { name, account, receiver, counter, messageIds: [] }
}

/** The same customer writes and is answered in every account; the last word is the customer's. */
async function hammer(sandbox: Sandbox, { name, account, messageIds }: Tenant): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const body = { ...ann, channelId: channelIds.whatsapp, text: `${name} answers ${round}` }
    const { json } = await call(sandbox, account, 'POST /v2/send_message', body)
    const file = { name: `${name}.txt`, type: 'text/plain', data: Buffer.from(name).toString('base64') }
    const { messageId } = await account.simulate.message({ ...ann, text: `${name} writes ${round}`, file })
    messageIds.push(String(Object(json).messageId), messageId)
  }
}

/** All that an account shows of itself, once everything has come. */
async function look(sandbox: Sandbox, { account, receiver, counter }: Tenant): Promise<unknown> {
  const told = (): unknown[] => receiver.calls.flatMap(({ json }) => Object(json).messages ?? [])
  const heard = (): unknown[] => told().filter((message) => Object(message).status === 99) // In API V2's numbers: it came in.
  await expect.poll(() => heard().length, patience).toBe(rounds)
  await expect.poll(() => counter.values.at(-1), patience).toEqual({ counter: 1 })
  const headers = { 'x-sandbox-key': account.apiKey }
  const { json: messages } = await callSandbox(
    sandbox,
    `GET /_sandbox/messages?${new URLSearchParams({ ...ann, limit: '100' })}`,
    { headers },
  )
  const { json: sockets } = await callSandbox(sandbox, 'GET /_sandbox/sockets', { headers })
  expect(Object(sockets).sockets).toHaveLength(1)
  const links = (Object(messages).messages as { content: string | null }[]).flatMap(({ content }) => content ?? [])
  const files = await Promise.all(links.map(async (link) => (await fetch(link)).text()))
  expect(files).toHaveLength(rounds)
  const requests = account.requests()
  expect(requests.filter(({ operation }) => operation === 'wazzup-v2.sendMessage')).toHaveLength(rounds)
  expect(requests.map(({ id }) => id)).toEqual(requests.map((_, index) => index + 1))
  const deliveries = account.webhooks.list()
  expect(new Set(deliveries.map(({ url }) => url))).toEqual(new Set([receiver.url]))
  return { messages, files, requests, deliveries, told: told(), snapshot: await account.snapshot() }
}

function call(sandbox: Sandbox, { apiKey }: SandboxAccount, route: string, body: unknown) {
  return callSandbox(sandbox, route, { body, headers: { authorization: `Basic ${apiKey}` } })
}
