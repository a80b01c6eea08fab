import type { VendorDataPage, VendorDataResult, VendorRecord } from '@crm-chat/protocol'
import { expect, test, vi } from 'vitest'
import { createTestClock } from '../../../test/createTestClock.ts'
import { ChatError } from '../../ChatError.ts'
import { createVendorData, type VendorDataParameters } from './createVendorData.ts'

const toContact = (index: number, more: Partial<VendorRecord> = {}): VendorRecord => ({
  id: `c${index}`,
  name: `Contact ${index}`,
  chats: [{ chatType: 'whatsapp', chatId: String(index) }],
  ...more,
})

interface Request {
  operation: string
  path: string
  body?: { records?: VendorRecord[]; ids?: string[] }
}

/** A vendor and a CRM with these records, in pages of 100 and of 70. */
function setUp({
  there,
  here,
  fields = ['name', 'chats'],
  answer,
}: {
  there: VendorRecord[]
  here: VendorRecord[]
  fields?: string[]
  answer?: (request: Request) => Partial<VendorDataResult> | Promise<Partial<VendorDataResult>>
}) {
  const clock = createTestClock()
  const requests: Request[] = []
  const list = ({ path }: Request): VendorDataPage => {
    const offset = Number(new URLSearchParams(path.split('?')[1]).get('offset'))
    const records = there.slice(offset, offset + 100)
    return { records, next: records.length < 100 ? null : offset + 100, orders: [], fields }
  }
  const request = async ({ operation, path, body, parse }: Request & { parse: (data: unknown) => unknown }) => {
    const call = { operation, path, ...(body && { body }) }
    requests.push(call)
    const changed = async () => ({
      done: body?.records?.length ?? body?.ids?.length ?? 0,
      missing: 0,
      rejected: [],
      ...(await answer?.(call)),
    })
    return parse(operation === 'vendorData' ? list(call) : await changed())
  }
  const data = createVendorData({
    chat: { clock, request: request as VendorDataParameters['chat']['request'] }, // The bodies are as here.
    kind: 'contacts',
    read: async ({ cursor = '0' }) => {
      const from = Number(cursor)
      return { records: here.slice(from, from + 70), next: from + 70 < here.length ? String(from + 70) : null }
    },
  })
  const changes = () => requests.filter(({ operation }) => operation !== 'vendorData')
  return { data, clock, requests, changes }
}

const range = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index)

test('finds what is missing on either side and names the fields that differ, in any order and with several pages', async () => {
  const { data } = setUp({
    there: [...range(250, 1).map((index) => toContact(index)), toContact(900, { name: 'Only there' })].reverse(),
    here: [
      toContact(800, { name: 'Only here' }),
      toContact(1, { name: 'Renamed' }),
      toContact(2, { name: 'Both', chats: [] }),
      ...range(248, 3).map((index) => toContact(index)),
    ],
  })
  await data.compare()
  expect(data.getState().comparison).toEqual({
    status: 'done',
    result: {
      missingThere: [{ id: 'c800', name: 'Only here', fields: [] }],
      missingHere: [{ id: 'c900', name: 'Only there', fields: [] }],
      different: [
        { id: 'c1', name: 'Renamed', fields: ['name'] },
        { id: 'c2', name: 'Both', fields: ['name', 'chats'] },
      ],
      same: 248,
      counts: { there: 251, here: 251 },
    },
  })
})

test('takes lists in another order for equal, and compares only what the vendor keeps', async () => {
  const chats = [
    { chatType: 'whatsapp', chatId: '1' },
    { chatType: 'telegram', chatId: '2' },
  ]
  const { data } = setUp({
    there: [toContact(1, { chats }), toContact(2), toContact(3, { responsibleUserId: 'u1', closed: false })],
    here: [toContact(1, { chats: [...chats].reverse() }), toContact(2, { phone: '7' }), toContact(3)],
    fields: ['name', 'chats', 'closed', 'invented'],
  })
  await data.compare()
  expect(data.getState().comparison).toMatchObject({ result: { same: 3, different: [] } })
})

test('ends with a vendor that has no offsets, and repeats its first page', async () => {
  const own = range(100).map((index) => toContact(index))
  const { data, requests } = setUp({ there: [...own, ...own, ...own], here: own })
  await data.compare()
  expect(data.getState().comparison).toMatchObject({ result: { same: 100, missingHere: [] } })
  expect(requests).toHaveLength(2)
})

test('refuses more records than a browser should compare, and says so', async () => {
  const { data } = setUp({ there: range(100_001).map((index) => toContact(index)), here: [] })
  await data.compare()
  expect(data.getState().comparison).toMatchObject({ status: 'failed', error: { name: 'TooManyRecordsError' } })
})

test('uploads what it is told in batches, reports what is rejected, and takes the rest out of the differences', async () => {
  const here = range(180).map((index) => toContact(index))
  const { data, changes } = setUp({
    there: [],
    here,
    answer: ({ body }) => {
      const index = body?.records?.findIndex(({ id }) => id === 'c60') ?? -1
      return index < 0 ? {} : { rejected: [{ index, code: 'invalid_request', reason: 'chatId: is invalid' }] }
    },
  })
  await data.compare()
  const done: number[] = []
  data.subscribe(({ task }) => task && done.push(task.done))
  await data.upload(here.slice(0, 120).map(({ id }) => id))
  expect(changes().map(({ path, body }) => [path, body?.records?.length])).toEqual([
    ['vendor-data/contacts', 50],
    ['vendor-data/contacts', 50],
    ['vendor-data/contacts', 20],
  ])
  expect([...new Set(done)]).toEqual([0, 50, 100, 120])
  expect(data.getState()).toMatchObject({
    task: {
      status: 'done',
      total: 120,
      rejectedCount: 1,
      rejected: [{ id: 'c60', code: 'invalid_request', reason: 'chatId: is invalid' }],
    },
    comparison: { result: { same: 119, missingThere: { length: 61 } } },
  })
})

test('waits as long as the server asks, goes on after a failure where it was, and sends nothing twice that is finished', async () => {
  const failures: (ChatError | undefined)[] = [
    undefined,
    new ChatError({ code: 'rate_limited', message: 'slow down', retryable: true, retryAfterMs: 5_000 }),
    undefined,
    new ChatError({ code: 'upstream_auth', message: 'wrong key', retryable: false }),
  ]
  const here = range(150).map((index) => toContact(index))
  const { data, changes, clock } = setUp({
    there: [],
    here,
    answer: () => {
      const failure = failures.shift()
      if (failure) throw failure
      return {}
    },
  })
  const uploading = data.upload(here.map(({ id }) => id))
  await expect.poll(() => data.getState().task).toMatchObject({ status: 'waiting', done: 50 })
  await clock.advance(4_999)
  expect(changes()).toHaveLength(2)
  await clock.advance(1)
  await uploading
  expect(data.getState().task).toMatchObject({ status: 'failed', done: 100, error: { code: 'upstream_auth' } })
  await data.resume()
  expect(data.getState().task).toMatchObject({ status: 'done', done: 150 })
  const sent = changes().map(({ body }) => body?.records?.map(({ id }) => id)[0])
  expect(sent).toEqual(['c0', 'c50', 'c50', 'c100', 'c100'])
})

test('pauses, and goes on with the rest', async () => {
  const here = range(100).map((index) => toContact(index))
  let isPausing = true
  const { data, changes } = setUp({
    there: [],
    here,
    answer: () => {
      if (isPausing && data.getState().task?.done === 50) data.pause()
      return {}
    },
  })
  await data.upload(here.map(({ id }) => id))
  isPausing = false
  expect(data.getState().task?.status).toBe('paused')
  await data.resume()
  expect(data.getState().task).toMatchObject({ status: 'done', done: 100 })
  expect(changes().map(({ body }) => body?.records?.[0]?.id)).toEqual(['c0', 'c50', 'c50'])
})

test('compares to the end where a record that comes meanwhile shifts the pages', async () => {
  const there = range(250).map((index) => toContact(index))
  const { data, requests } = setUp({ there, here: [] })
  const comparing = data.compare()
  await vi.waitFor(() => expect(requests).toHaveLength(1), 45_000)
  there.unshift(toContact(999))
  await comparing
  const { comparison } = data.getState()
  expect(comparison?.status === 'done' && comparison.result.missingHere).toHaveLength(250)
})

test('deletes by id, and takes what is gone out of the differences', async () => {
  const { data, changes } = setUp({ there: range(60).map((index) => toContact(index)), here: [] })
  await data.compare()
  await data.remove(range(60).map((index) => `c${index}`))
  expect(changes().map(({ path, body }) => [path, body?.ids?.length])).toEqual([
    ['vendor-data/contacts/delete', 50],
    ['vendor-data/contacts/delete', 10],
  ])
  expect(data.getState()).toMatchObject({ task: { status: 'done' }, comparison: { result: { missingHere: [] } } })
})
