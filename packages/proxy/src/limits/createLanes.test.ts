import { describe, expect, it } from 'vitest'
import { createGate } from './createGate.ts'
import { createLanes } from './createLanes.ts'
import { createRecent } from './createRecent.ts'

/** Tasks that end when they are told to. */
function createTasks() {
  const started: string[] = []
  const ends = new Map<string, (failure?: Error) => void>()
  return {
    started,
    end: async (name: string, failure?: Error) => {
      ends.get(name)?.(failure)
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
    },
    task: (name: string) => () => {
      started.push(name)
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (failure) => (failure ? reject(failure) : resolve(name)))
      })
    },
  }
}

describe('a gate', () => {
  it('lets as many in as it has places, in their order, and goes on after a failure', async () => {
    const { started, end, task } = createTasks()
    const gate = createGate({ places: 2, maxWaiting: 2 })
    const results = ['a', 'b', 'c', 'd'].map((name) => gate(task(name)).catch((error: Error) => error.message))
    await expect(gate(task('e'))).rejects.toMatchObject({ code: 'busy' })
    expect(started).toEqual(['a', 'b'])
    await end('b', new Error('broken'))
    expect(started).toEqual(['a', 'b', 'c'])
    await end('a')
    await end('d')
    await end('c')
    expect(await Promise.all(results)).toEqual(['a', 'broken', 'c', 'd'])
    const last = gate(task('f'))
    expect(started).toEqual(['a', 'b', 'c', 'd', 'f'])
    await end('f')
    expect(await last).toBe('f')
  })
})

describe('lanes', () => {
  it('run the tasks of a key one after another, and those of others meanwhile', async () => {
    const { started, end, task } = createTasks()
    const lanes = createLanes({ gate: createGate({ places: 9, maxWaiting: 9 }), maxPerKey: 2 })
    const first = lanes('k', task('k1')).catch((error: Error) => error.message)
    const second = lanes('k', task('k2'))
    const other = lanes('l', task('l1'))
    await expect(lanes('k', task('k3'))).rejects.toMatchObject({ code: 'busy' })
    await Promise.resolve()
    expect(started).toEqual(['k1', 'l1'])
    await end('k1', new Error('broken'))
    expect(started).toEqual(['k1', 'l1', 'k2'])
    await end('k2')
    await end('l1')
    expect(await Promise.all([first, second, other])).toEqual(['broken', 'k2', 'l1'])
  })
})

it('a map of recent values keeps those used last', () => {
  const recent = createRecent<number>({ max: 10 })
  for (let key = 0; key < 10; key += 1) recent.set(String(key), key)
  for (let key = 10; key < 15; key += 1) recent.set(String(key), key)
  expect(recent.get('0')).toBe(0)
  for (let key = 20; key < 25; key += 1) recent.set(String(key), key)
  expect([recent.get('0'), recent.get('1'), recent.get('14'), recent.get('24')]).toEqual([0, undefined, 14, 24])
  recent.delete('0')
  expect(recent.get('0')).toBeUndefined()
})
