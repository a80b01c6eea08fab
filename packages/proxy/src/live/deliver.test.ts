import type { ChatEvents } from '@crm-chat/protocol'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TestSink } from '../../test/createSink.ts'
import { countsOf, createTestHub, type TestHub } from '../../test/createTestHub.ts'

let test: TestHub

beforeEach(() => {
  test = createTestHub()
})

const statusOf = (messageId: string): { name: 'status'; data: ChatEvents['status'] } => ({
  name: 'status',
  data: { messageId, status: 'read' },
})

/** Ids of the messages whose status a sink has received. */
function idsOf(sink: TestSink): string[] {
  return [...sink.text().matchAll(/^event: status\ndata: (.*)$/gm)].map(([, data = '{}']) => JSON.parse(data).messageId)
}

describe('an event for some users', () => {
  it('reaches every stream of theirs, and no other', () => {
    const [ann, again, bob] = [test.open('ann'), test.open('ann'), test.open('bob')]
    test.hub.deliver({ ...statusOf('m1'), to: new Set(['ann', 'nobody']) })
    expect([ann, again, bob].map(idsOf)).toEqual([['m1'], ['m1'], []])
    expect(ann.text()).toMatch(/\n\nevent: status\ndata: {"messageId":"m1","status":"read"}\n\n$/)
  })

  it('may be chosen by a rule about the user', () => {
    const [admin, user] = [test.open('ann', { roles: ['admin'] }), test.open('bob')]
    test.hub.deliver({ ...statusOf('m1'), to: ({ roles = [] }) => roles.includes('admin') })
    expect([admin, user].map(idsOf)).toEqual([['m1'], []])
  })

  it('is written once for all of them', () => {
    const sinks = Array.from({ length: 50 }, (_, index) => test.open(`user${index}`))
    const stringify = vi.spyOn(JSON, 'stringify')
    const event = statusOf('m1')
    test.hub.deliver({ ...event, to: () => true })
    for (let index = 0; index < 50; index += 1) test.hub.deliver({ ...event, to: new Set([`user${index}`]) })
    expect(stringify).toHaveBeenCalledTimes(1)
    stringify.mockRestore()
    for (const sink of sinks) expect(idsOf(sink)).toEqual(['m1', 'm1'])
  })

  it('follows the roles that a session check finds', async () => {
    const admin = test.open('ann', { roles: ['admin'] })
    test.identifyWith((id) => ({ id, name: id, roles: [] }))
    test.clock.advance(72_000)
    await new Promise((resolve) => setImmediate(resolve))
    expect(test.checks()).toBe(1)
    test.hub.deliver({ ...statusOf('m1'), to: ({ roles = [] }) => roles.includes('admin') })
    expect(idsOf(admin)).toEqual([])
  })
})

it('a stream that fails is ended, and the others get the event', () => {
  const [broken, ann] = [test.open('ann'), test.open('ann')]
  broken.break()
  test.hub.deliver({ ...statusOf('m1'), to: new Set(['ann']) })
  expect(broken.state()).toBe('destroyed')
  expect(idsOf(ann)).toEqual(['m1'])
})

describe('a stream whose peer does not read', () => {
  it('gets its events in order once it reads, and the newest number', () => {
    const ann = test.open('ann')
    ann.stall()
    for (const id of ['m0', 'm1', 'm2']) test.hub.deliver({ ...statusOf(id), to: new Set(['ann']) })
    test.backend.send('ann', 1)
    test.clock.advance(50)
    test.backend.send('ann', 2)
    expect(idsOf(ann)).toEqual(['m0'])
    ann.read()
    test.hub.deliver({ ...statusOf('m3'), to: new Set(['ann']) })
    expect(idsOf(ann)).toEqual(['m0', 'm1', 'm2', 'm3'])
    expect(countsOf(ann)).toEqual([null, 2])
  })

  it('is ended where more than 256 KiB wait, and others go on', () => {
    const [slow, quick] = [test.open('ann'), test.open('ann')]
    slow.stall()
    const big = 'x'.repeat(50_000)
    for (let index = 0; index < 6; index += 1) test.hub.deliver({ ...statusOf(`${index}${big}`), to: new Set(['ann']) })
    expect(slow.state()).toBe('open')
    test.hub.deliver({ ...statusOf(`6${big}`), to: new Set(['ann']) })
    expect(slow.state()).toBe('destroyed')
    expect(idsOf(quick)).toHaveLength(7)
    expect(test.hub.health().streams).toBe(1)
  })

  it('is ended after 30 s, whatever waits', () => {
    const ann = test.open('ann')
    ann.stall()
    test.hub.deliver({ ...statusOf('m0'), to: new Set(['ann']) })
    test.hub.deliver({ ...statusOf('m1'), to: new Set(['ann']) })
    test.clock.advance(31_000)
    expect(ann.state()).toBe('destroyed')
  })
})

it('lists the users with a live stream, each once', () => {
  const [, ann] = [test.open('bob'), test.open('ann'), test.open('ann')]
  expect([...test.hub.users()].map(({ id }) => id)).toEqual(['bob', 'ann'])
  ann?.end()
  expect([...test.hub.users()]).toHaveLength(2)
})
