import { beforeEach, expect, it } from 'vitest'
import { selectRows, toggleRow, useSelection } from './selection.ts'

const rows = ['a', 'b', 'c', 'd', 'e']
const selected = () => [...useSelection.getState().ids].sort()

beforeEach(() => selectRows([]))

it('selects and deselects one row', () => {
  toggleRow({ id: 'b' })
  toggleRow({ id: 'd' })
  toggleRow({ id: 'b' })
  expect(selected()).toEqual(['d'])
})

it('selects the rows between the last one and this one, in both directions', () => {
  toggleRow({ id: 'd' })
  toggleRow({ id: 'b', through: rows })
  expect(selected()).toEqual(['b', 'c', 'd'])
})

it('selects one row when the range begins at a row that is gone', () => {
  toggleRow({ id: 'gone' })
  toggleRow({ id: 'c', through: rows })
  expect(selected()).toEqual(['c', 'gone'])
})
