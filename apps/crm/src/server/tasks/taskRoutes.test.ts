import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { taskResponseSchema, tasksResponseSchema } from '../../api/task.ts'

const now = Date.UTC(2030, 0, 15, 12)
const dayMs = 86_400_000

it('lists the open tasks of a user, the earliest first', async () => {
  const crm = await startTestCrm({ now: () => now })
  const ann = await crm.logIn('ann')
  const { items, total } = tasksResponseSchema.parse((await ann.get('/api/tasks?status=open')).body)
  expect(total).toBe(7)
  expect(new Set(items.map(({ responsibleUserId }) => responsibleUserId))).toEqual(new Set(['ann']))
  expect(items.map(({ dueAt }) => dueAt)).toEqual(items.map(({ dueAt }) => dueAt).sort((a, b) => Number(a) - Number(b)))
  expect((await ann.get(`/api/tasks?status=open&dueBefore=${now}`)).body).toMatchObject({ total: 2 })
  expect((await ann.get('/api/tasks?status=done')).body).toMatchObject({ items: [{ title: 'Post the catalogue' }] })
  expect((await ann.get('/api/tasks?search=FABRIC')).body).toMatchObject({ items: [{ contact: 'Maria Lindqvist' }] })
})

it('adds a task of a deal, which is also one of its contact', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const created = await ann.post('/api/tasks', { title: 'Call Maria', dueAt: now + dayMs, dealId: 'bedside-lamps' })
  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({
    task: {
      title: 'Call Maria',
      dueAt: now + dayMs,
      doneAt: null,
      contactId: 'maria-lindqvist',
      contact: 'Maria Lindqvist',
      deal: '48 bedside lamps, blue',
      responsibleUserId: 'ann',
    },
  })
  expect((await ann.get('/api/tasks?contactId=maria-lindqvist&search=call')).body).toMatchObject({ total: 1 })
})

it('puts tasks without a time last', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  await ann.post('/api/tasks', { title: 'Some day' })
  const { items } = tasksResponseSchema.parse((await ann.get('/api/tasks?status=open')).body)
  expect(items.at(-1)?.title).toBe('Some day')
})

it('finishes a task and opens it again', async () => {
  let time = now
  const crm = await startTestCrm({ now: () => time })
  const ann = await crm.logIn('ann')
  time += 60_000
  expect((await ann.patch('/api/tasks/task-1', { version: 1, isDone: true })).body).toMatchObject({
    task: { doneAt: time, version: 2 },
  })
  expect((await ann.patch('/api/tasks/task-1', { version: 1, isDone: false })).status).toBe(409)
  expect((await ann.patch('/api/tasks/task-1', { version: 2, isDone: false, dueAt: null })).body).toMatchObject({
    task: { doneAt: null, dueAt: null, version: 3 },
  })
})

it('lets nobody but its user, managers and administrators change a task', async () => {
  const crm = await startTestCrm()
  const [ben, carla, dov] = [await crm.logIn('ben'), await crm.logIn('carla'), await crm.logIn('dov')]
  expect((await ben.get('/api/tasks/task-1')).status).toBe(404)
  expect((await ben.patch('/api/tasks/task-1', { version: 1, isDone: true })).status).toBe(404)
  expect((await dov.patch('/api/tasks/task-1', { version: 1, isDone: true })).status).toBe(403)
  expect((await dov.post('/api/tasks', { title: 'Mine' })).status).toBe(403)
  expect((await ben.post('/api/tasks', { title: 'Mine', dealId: 'bedside-lamps' })).status).toBe(404)
  expect((await carla.patch('/api/tasks/task-1', { version: 1, responsibleUserId: 'ben' })).status).toBe(200)
  expect((await ben.get('/api/tasks/task-1')).status).toBe(200)
})

it('deletes and restores tasks', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  await ann.delete('/api/tasks/task-1')
  expect((await ann.get('/api/tasks?status=open')).body).toMatchObject({ total: 6 })
  const restored = await ann.post('/api/tasks/task-1/restore')
  expect(taskResponseSchema.parse(restored.body).task).toMatchObject({ deletedAt: null, version: 3 })
  const { body } = await ann.post('/api/tasks/bulk', { action: 'delete', ids: ['task-1', 'task-2', 'task-9'] })
  expect(body).toEqual({ changed: ['task-1', 'task-2'], skipped: ['task-9'] })
})
