import { expect, it } from 'vitest'
import { createGatherer } from './createGatherer.ts'

it('sends equal items once, and the next batch only after the one before', async () => {
  const batches: { item: string; release: () => void }[] = []
  const send = (item: string) => new Promise<void>((release) => batches.push({ item, release }))
  const gatherer = createGatherer<string>({ toKey: (item) => item, send })
  for (let index = 0; index < 1_000; index += 1) gatherer.add('first')
  await expect.poll(() => batches.map(({ item }) => item)).toEqual(['first'])
  for (let index = 0; index < 1_000; index += 1) gatherer.add('second')
  batches[0]?.release()
  await expect.poll(() => batches.map(({ item }) => item)).toEqual(['first', 'second'])
  gatherer.close()
  batches[1]?.release()
  gatherer.add('third')
  expect(batches).toHaveLength(2)
})
