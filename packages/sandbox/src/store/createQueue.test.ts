import { describe, expect, it } from 'vitest'
import { createQueue } from './createQueue.ts'

describe('a queue', () => {
  it('runs one task at a time, in the order of arrival', async () => {
    const queue = createQueue()
    const done: string[] = []
    const task = (name: string) => async (): Promise<void> => {
      done.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      done.push(`${name} ends`)
    }
    await Promise.all([queue.add(task('one')), queue.add(task('two'))])
    expect(done).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  it('rejects the promise of a failed task, and continues', async () => {
    const queue = createQueue()
    const failing = queue.add(() => Promise.reject(new Error('no luck')))
    let isDone = false
    const next = queue.add(async () => {
      isDone = true
    })
    await expect(failing).rejects.toThrow('no luck')
    await next
    expect(isDone).toBe(true)
  })

  it('skips waiting tasks when it is closed', async () => {
    const queue = createQueue()
    const done: string[] = []
    const first = queue.add(async () => void done.push('first'))
    await first
    void queue.add(async () => void done.push('second'))
    await queue.close()
    expect(done).toEqual(['first'])
  })
})
