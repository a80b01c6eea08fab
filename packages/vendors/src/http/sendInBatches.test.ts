import { expect, it } from 'vitest'
import { type Progress, sendInBatches } from './sendInBatches.ts'

const numbers = Array.from({ length: 250 }, (_, index) => index)

it('sends a hundred at a time, in order, and says how far it is', async () => {
  const batches: number[][] = []
  const progress: Progress[] = []
  await sendInBatches({
    items: numbers,
    send: async (batch) => batches.push(batch),
    onProgress: (step) => progress.push(step),
  })
  expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50])
  expect(batches.flat()).toEqual(numbers)
  expect(progress).toEqual([100, 200, 250].map((done) => ({ done, total: 250 })))
})

it('stops at the first batch that fails', async () => {
  const progress: Progress[] = []
  const send = async (batch: number[]): Promise<void> => {
    if (batch.includes(150)) throw new Error('refused')
  }
  await expect(sendInBatches({ items: numbers, send, onProgress: (step) => progress.push(step) })).rejects.toThrow(
    'refused',
  )
  expect(progress).toEqual([{ done: 100, total: 250 }])
})

it('sends nothing more once the signal has aborted', async () => {
  const controller = new AbortController()
  const batches: number[][] = []
  const send = async (batch: number[]): Promise<void> => {
    batches.push(batch)
    controller.abort(new Error('enough'))
  }
  await expect(sendInBatches({ items: numbers, send, signal: controller.signal })).rejects.toThrow('enough')
  expect(batches).toHaveLength(1)
})
