import { expect, it, onTestFinished } from 'vitest'
import type { Actor } from '../../api/role.ts'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { mayWriteTo } from './mayWriteTo.ts'

const ann: Actor = { id: 'ann', role: 'sales' }

async function mayWrite(user: Actor, recipient: { phone: string } | { username: string }): Promise<boolean> {
  const { database, close } = await openSeededStore(':memory:', { now: Date.UTC(2030, 0, 1) })
  onTestFinished(close)
  return mayWriteTo(database, { user, recipient })
}

it('allows numbers of the user’s own contacts, and those of nobody', async () => {
  expect(await mayWrite(ann, { phone: '79998887766' })).toBe(true)
  expect(await mayWrite(ann, { phone: '4930901820' })).toBe(true)
  expect(await mayWrite(ann, { username: 'anna_smith' })).toBe(true)
})

it('denies a number or an account of a colleague’s contact', async () => {
  expect(await mayWrite(ann, { phone: '55501234' })).toBe(false)
})

it('allows managers every number, and quality control none', async () => {
  expect(await mayWrite({ id: 'carla', role: 'manager' }, { phone: '55501234' })).toBe(true)
  expect(await mayWrite({ id: 'dov', role: 'qualityControl' }, { phone: '4930901820' })).toBe(false)
})
