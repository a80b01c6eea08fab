import { expect, test } from 'vitest'
import { leaveNoElements, leaveNothing } from './cycles/leaveNothing.ts'

const timeout = 900_000

test('components that are mounted and unmounted 1,000 times in StrictMode leave no more behind than React itself', {
  timeout,
}, async () => {
  const growth = await leaveNothing(1_000)
  expect(growth.kit).toBeLessThan(growth.bare + 512)
})

test('elements that are added and removed 1,000 times leave no more behind than the first time', { timeout }, () =>
  leaveNoElements(1_000),
)
