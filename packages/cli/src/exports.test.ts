import { expect, it } from 'vitest'
import * as root from './index.ts'

it('exports types only', () => {
  expect(Object.keys(root)).toEqual([])
})
