import { expect, it, onTestFinished } from 'vitest'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { mayWriteTo } from './mayWriteTo.ts'

async function annMay(recipient: { phone: string } | { username: string }): Promise<boolean> {
  const { database, close } = await openSeededStore(':memory:')
  onTestFinished(close)
  return mayWriteTo(database, { userId: 'ann', recipient })
}

it('allows numbers of the user’s own contacts, and those of nobody', async () => {
  expect(await annMay({ phone: '79998887766' })).toBe(true)
  expect(await annMay({ phone: '4930901820' })).toBe(true)
  expect(await annMay({ username: 'anna_smith' })).toBe(true)
})

it('denies a number or an account of a colleague’s contact', async () => {
  expect(await annMay({ phone: '55501234' })).toBe(false)
})
