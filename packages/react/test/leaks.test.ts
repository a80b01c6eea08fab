import { test } from 'vitest'
import { leaveNoElements, leaveNothing } from './cycles/leaveNothing.ts'

test('components that are mounted and unmounted 40 times in StrictMode leave no more behind than React itself', async () => {
  await leaveNothing(40)
})

test('elements that are added and removed 18 times leave no more behind than the first time', () => leaveNoElements(18))
