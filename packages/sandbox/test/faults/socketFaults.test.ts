import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { FaultRuleInput } from '../../src/server/faults/faultRule.ts'
import { ann } from '../fixtures/people.ts'
import { getSockets } from '../getSockets.ts'
import { startSandbox } from '../startSandbox.ts'
import { socketFaces } from './socketFaces.ts'

const write = (sandbox: Sandbox) => sandbox.simulate.message({ ...ann, text: 'Hello' })

describe.each(Object.entries(socketFaces))('a fault of %s', (_, { operation, open, tellsAtOnce }) => {
  /** Opens a socket and waits for its first value. */
  async function openReady(sandbox: Sandbox, userId?: string) {
    const seen = await open(sandbox, userId)
    if (tellsAtOnce) await expect.poll(() => seen.told).toHaveLength(1)
    seen.told.length = 0
    return seen
  }
  /** The same, with a rule that applies from then on. */
  async function openWithFault(rule: Omit<FaultRuleInput, 'operation'>) {
    const sandbox = await startSandbox()
    const seen = await openReady(sandbox)
    sandbox.faults.add({ operation, ...rule })
    return { sandbox, seen }
  }
  const hits = (sandbox: Sandbox) => sandbox.faults.list()[0]?.hits

  it('holds back the first value, and sends the next', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, fault: { kind: 'silent' }, times: 1 })
    const seen = await open(sandbox)
    if (!tellsAtOnce) await write(sandbox)
    await expect.poll(() => hits(sandbox)).toBe(1)
    expect(seen.told).toEqual([])
    await write(sandbox)
    await expect.poll(() => seen.told).not.toEqual([])
  })

  it('never sends a value', async () => {
    const sandbox = await startSandbox()
    sandbox.faults.add({ operation, fault: { kind: 'silent' } })
    const seen = await open(sandbox)
    await write(sandbox)
    await expect.poll(() => hits(sandbox)).toBeGreaterThanOrEqual(tellsAtOnce ? 2 : 1)
    seen.ask() // The response arrives after everything sent before it.
    if (operation === 'chats.watchWindow' || !tellsAtOnce) await expect.poll(seen.answers).toBe(1)
    expect(seen.told).toEqual([])
  })

  it('closes the connection', async () => {
    const { sandbox, seen } = await openWithFault({ fault: { kind: 'drop' }, times: 1 })
    await write(sandbox)
    await expect.poll(() => seen.ends).toHaveLength(1)
    expect(seen.told).toEqual([])
    await expect.poll(() => getSockets(sandbox)).toEqual([])
  })

  it('sends a value many times', async () => {
    const { sandbox, seen } = await openWithFault({ fault: { kind: 'flood', count: 50 }, times: 1 })
    await write(sandbox)
    await expect.poll(() => seen.told.length).toBeGreaterThanOrEqual(50)
    expect(new Set(seen.told.slice(0, 50).map((value) => JSON.stringify(value))).size).toBe(1)
  })

  it('sends a value after the next one', async () => {
    const sandbox = await startSandbox()
    const seen = await openReady(sandbox)
    const sound = await openReady(sandbox, '8')
    sandbox.faults.add({ operation, fault: { kind: 'outOfOrder' }, times: 1 }) // Sockets get values in connection order.
    await write(sandbox)
    await expect.poll(() => sound.told).not.toEqual([])
    await write(sandbox)
    await expect.poll(() => Math.min(seen.told.length, sound.told.length)).toBeGreaterThanOrEqual(2)
    expect(seen.told.slice(0, 2)).toEqual([sound.told[1], sound.told[0]])
    expect(seen.told[0]).not.toEqual(seen.told[1])
  })

  it('sends a malformed value, and continues', async () => {
    const { sandbox, seen } = await openWithFault({ fault: { kind: 'garbage' }, times: 1 })
    await write(sandbox)
    await expect.poll(() => JSON.stringify(seen.told)).toContain('garbage')
    await write(sandbox)
    await expect.poll(() => JSON.stringify(seen.told.at(-1))).not.toContain('garbage')
    expect(seen.ends).toEqual([])
  })

  it('leaves the connection open and dead, in both directions', async () => {
    const { sandbox, seen } = await openWithFault({ fault: { kind: 'halfOpen' }, times: 1 })
    const heard = (await getSockets(sandbox))[0]?.heard
    await write(sandbox)
    await expect.poll(() => hits(sandbox)).toBe(1)
    seen.ask()
    const other = await open(sandbox, '8')
    await write(sandbox)
    await expect.poll(() => other.told).not.toEqual([])
    other.ask()
    await expect.poll(other.answers).toBeGreaterThanOrEqual(1)
    expect({ told: seen.told, answers: seen.answers(), ends: seen.ends }).toEqual({ told: [], answers: 0, ends: [] })
    expect((await getSockets(sandbox)).at(-1)?.heard).toBe(heard)
  })

  it('applies to one value if limited to one', async () => {
    const { sandbox, seen } = await openWithFault({ fault: { kind: 'silent' }, match: { userId: 'nobody' } })
    await write(sandbox)
    await expect.poll(() => seen.told).not.toEqual([])
    expect(sandbox.faults.list()).toMatchObject([{ seen: 0, hits: 0 }])
  })
})
