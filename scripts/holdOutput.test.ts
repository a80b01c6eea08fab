import { expect, it } from 'vitest'
import { holdOutput } from './holdOutput.ts'

it('holds output until it is released, and then lets it through', () => {
  const written: string[] = []
  const { write, release } = holdOutput((text) => written.push(text))
  write('one')
  write('two')
  expect(written).toEqual([])
  release()
  write('three')
  expect(written).toEqual(['one', 'two', 'three'])
})
