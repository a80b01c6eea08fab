import { Hono } from 'hono'
import { bulkRequestSchema } from '../../api/bulk.ts'
import type { Actor } from '../../api/role.ts'
import { newTaskSchema, type Task, taskChangeSchema, tasksQuerySchema } from '../../api/task.ts'
import { readBody } from '../http/readBody.ts'
import { changeMany } from '../items/changeMany.ts'
import { requireVisible } from '../items/rights.ts'
import { setDeleted } from '../items/setDeleted.ts'
import { readQuery } from '../lists/readQuery.ts'
import { requireUser, type UserVariables } from '../sessions/requireUser.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import { changeTask, createTask } from './saveTask.ts'
import { listTasks, readTasks, taskKind } from './tasks.ts'

/** Creates the routes of tasks. A task that the user may not see counts as missing. */
export function createTaskRoutes(store: SessionStore): Hono<UserVariables> {
  const { database } = store

  async function find(user: Actor, id: string): Promise<Task> {
    return requireVisible(user, { item: (await readTasks(database, [id]))[0], name: 'task' })
  }

  async function respond(id: string): Promise<{ task: Task | undefined }> {
    return { task: (await readTasks(database, [id]))[0] }
  }

  async function toggle(user: Actor, { id, action }: { id: string; action: 'delete' | 'restore' }) {
    const item = await find(user, id)
    await setDeleted(store, taskKind, { user, item, action, readCurrent: () => respond(id) })
    return respond(id)
  }

  return new Hono<UserVariables>()
    .use(requireUser(store))
    .get('/', async (context) => {
      const query = readQuery(context, tasksQuerySchema)
      return context.json(await listTasks(database, { user: context.var.user, query }))
    })
    .get('/:id', async (context) => context.json({ task: await find(context.var.user, context.req.param('id')) }))
    .post('/', async (context) => {
      const task = await readBody(context, newTaskSchema)
      return context.json(await respond(await createTask(store, { user: context.var.user, task })), 201)
    })
    .post('/bulk', async (context) => {
      const request = await readBody(context, bulkRequestSchema)
      const rows = await readTasks(database, request.ids)
      return context.json(await changeMany(store, taskKind, { user: context.var.user, request, rows }))
    })
    .patch('/:id', async (context) => {
      const { user } = context.var
      const task = await find(user, context.req.param('id'))
      await changeTask(store, { user, task, change: await readBody(context, taskChangeSchema) })
      return context.json(await respond(task.id))
    })
    .delete('/:id', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'delete' })),
    )
    .post('/:id/restore', async (context) =>
      context.json(await toggle(context.var.user, { id: context.req.param('id'), action: 'restore' })),
    )
}
