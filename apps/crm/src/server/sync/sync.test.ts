import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import type { Visitor } from '../../../test/createVisitor.ts'
import { eventually } from '../../../test/eventually.ts'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import type { Sync } from '../../api/sync.ts'
import { openStore } from '../store/openStore.ts'
import { chats, contacts } from '../store/schema.ts'

async function startSandbox(): Promise<Sandbox> {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  return sandbox
}

async function makeFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-sync-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'crm.sqlite')
}

async function readSync(erin: Visitor): Promise<Sync | null> {
  return ((await erin.get('/api/sync')).body as { sync: Sync | null }).sync // As the API says.
}

const isDone = (erin: Visitor) => eventually(async () => expect(await readSync(erin)).toMatchObject({ status: 'done' }))

/** Adds contacts behind the CRM's back; the vendor refuses those with a chat of a wrong form. */
async function addContacts(data: string, { count, bad }: { count: number; bad: number }): Promise<void> {
  const { database, close } = await openStore(data)
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `c${String(index).padStart(4, '0')}`,
    name:
      index % Math.floor(count / bad) === 0 && index / Math.floor(count / bad) < bad
        ? 'x'.repeat(201)
        : `Contact ${index}`,
  }))
  const at = Date.now()
  const fields = {
    createdAt: at,
    updatedAt: at,
    responsibleUserId: 'ann',
    position: '',
    email: '',
    phone: '',
    searchText: '',
  }
  for (let start = 0; start < count; start += 500) {
    const part = rows.slice(start, start + 500)
    await database.insert(contacts).values(part.map((row) => ({ ...fields, ...row, sortName: row.name })))
    await database
      .insert(chats)
      .values(part.map(({ id }) => ({ contactId: id, chatType: 'telegram' as const, chatId: `9${id.slice(1)}` })))
  }
  close()
}

it('tells the vendor of users, contacts and deals, with their numbers', async () => {
  const sandbox = await startSandbox()
  const crm = await startTestCrm({ apiKey: sandbox.apiKey, wazzupUrl: sandbox.url })
  const erin = await crm.logIn('erin')
  await isDone(erin)
  const { progress, rejected, endedAt } = (await readSync(erin)) ?? {}
  expect(progress?.map(({ kind, total, done, rejected: count }) => [kind, total === done && total > 3, count])).toEqual(
    [
      ['users', true, 0],
      ['contacts', true, 0],
      ['deals', true, 0],
    ],
  )
  expect({ rejected, endedAt }).toEqual({ rejected: [], endedAt: expect.any(Number) })
  const [deals] = sandbox.requests({ operation: 'wazzup-v2.saveDeals' }).map(({ body }) => body)
  expect(deals).toEqual(expect.arrayContaining([expect.objectContaining({ name: '48 bedside lamps, blue' })]))
})

it('goes on after a restart, and names 7 bad ones of 1,000', async () => {
  const sandbox = await startSandbox()
  const data = await makeFile()
  const options = { data, apiKey: sandbox.apiKey, wazzupUrl: sandbox.url }
  const first = await startTestCrm(options)
  await isDone(await first.logIn('erin'))
  await first.close()
  await addContacts(data, { count: 1_000, bad: 7 })
  sandbox.faults.add({
    operation: 'wazzup-v2.saveContacts',
    after: 2,
    times: 1_000,
    fault: { kind: 'status', status: 500 },
  })
  const second = await startTestCrm(options)
  const erin = await second.logIn('erin')
  expect((await erin.post('/api/sync')).body).toMatchObject({ sync: { status: 'running' } })
  await eventually(() => expect(second.lines.join()).toContain('failed; retrying'))
  const half = (await readSync(erin))?.progress.find(({ kind }) => kind === 'contacts')
  expect(half?.total).toBeGreaterThanOrEqual(1_000)
  expect(half?.done).toBeLessThan(half?.total ?? 0)
  await second.close()
  sandbox.faults.clear()
  const third = await startTestCrm(options)
  const again = await third.logIn('erin')
  await isDone(again)
  const { progress, rejected } = (await readSync(again)) ?? {}
  const total = progress?.find(({ kind }) => kind === 'contacts')
  expect(total).toMatchObject({ kind: 'contacts', done: total?.total, rejected: 7 })
  expect(rejected).toHaveLength(7)
  expect(rejected?.[0]).toMatchObject({
    kind: 'contacts',
    name: 'x'.repeat(201),
    reason: expect.stringContaining('name'),
  })
})

it('waits for a vendor that asks to slow down or fails, and says so', async () => {
  const sandbox = await startSandbox()
  const rule = sandbox.faults.add({
    operation: 'wazzup-v2.saveUsers',
    times: 1_000,
    fault: { kind: 'status', status: 429 },
  })
  const crm = await startTestCrm({ apiKey: sandbox.apiKey, wazzupUrl: sandbox.url })
  const erin = await crm.logIn('erin')
  await eventually(async () =>
    expect(await readSync(erin)).toMatchObject({ status: 'failed', problem: expect.any(String) }),
  )
  sandbox.faults.remove(rule.id)
  expect((await erin.post('/api/sync')).body).toMatchObject({ sync: { status: 'running', problem: null } })
  await isDone(erin)
})

it('stops and goes on as administrators ask, while changes of users still go to the vendor', async () => {
  const sandbox = await startSandbox()
  const rule = sandbox.faults.add({
    operation: 'wazzup-v2.saveDeals',
    times: 1_000,
    fault: { kind: 'status', status: 500 },
  })
  const crm = await startTestCrm({ apiKey: sandbox.apiKey, wazzupUrl: sandbox.url })
  const erin = await crm.logIn('erin')
  await eventually(() => expect(crm.lines.join()).toContain('failed; retrying'))
  const stopped = await erin.delete('/api/sync')
  expect(stopped.body).toMatchObject({ sync: { status: 'stopped' } })
  sandbox.faults.remove(rule.id)
  await erin.post('/api/contacts', { name: 'Olu Adeyemi', phone: '+44 7700 900555' })
  await eventually(() => {
    const bodies = JSON.stringify(sandbox.requests({ operation: 'wazzup-v2.saveContacts' }).map(({ body }) => body))
    expect(bodies).toContain('Olu Adeyemi')
  })
  expect(await readSync(erin)).toMatchObject({ status: 'stopped' })
  await erin.post('/api/sync')
  await isDone(erin)
})

it('is for administrators', async () => {
  const crm = await startTestCrm()
  for (const name of ['ann', 'carla', 'dov']) {
    const visitor = await crm.logIn(name)
    expect((await visitor.get('/api/sync')).status).toBe(404)
    expect((await visitor.post('/api/sync')).status).toBe(404)
  }
  expect((await crm.visitor().get('/api/sync')).status).toBe(401)
})
