import * as z from 'zod/mini'
import { type Change, type Item, itemFields, versionSchema } from './item.ts'
import { type ListQuery, listQueryFields, type Page, pageSchema } from './page.ts'
import { idSchema, requiredLine } from './text.ts'

/** Something to do, with a contact, a deal, or neither. */
export interface Task extends Item {
  title: string
  /** Unix time in milliseconds; null without a date. */
  dueAt: number | null
  /** Time at which it was done; null for an open task. */
  doneAt: number | null
  contactId: string | null
  /** Name of the contact, or empty. */
  contact: string
  dealId: string | null
  /** Title of the deal, or empty. */
  deal: string
  responsibleUserId: string
}

const taskSchema: z.ZodMiniType<Task> = z.object({
  ...itemFields,
  title: z.string(),
  dueAt: z.nullable(z.number()),
  doneAt: z.nullable(z.number()),
  contactId: z.nullable(z.string()),
  contact: z.string(),
  dealId: z.nullable(z.string()),
  deal: z.string(),
  responsibleUserId: z.string(),
})

/** Orders of `GET /api/tasks`. With `dueAt`, tasks without a date come last. */
export const taskSorts = ['dueAt', 'title', 'createdAt', 'doneAt'] as const

/** Query of `GET /api/tasks`. */
export interface TasksQuery extends ListQuery {
  /** @default 'dueAt' */
  sort?: (typeof taskSorts)[number] | undefined
  status?: 'open' | 'done' | undefined
  /** Only tasks that are due before this time: Unix time in milliseconds. */
  dueBefore?: number | undefined
  contactId?: string | undefined
  dealId?: string | undefined
}

/** Schema of {@link TasksQuery}. */
export const tasksQuerySchema: z.ZodMiniType<TasksQuery> = z.object({
  ...listQueryFields,
  sort: z.optional(z.enum(taskSorts)),
  status: z.optional(z.enum(['open', 'done'])),
  dueBefore: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
  contactId: z.optional(idSchema),
  dealId: z.optional(idSchema),
})

/** Response of `GET /api/tasks`. */
export const tasksResponseSchema: z.ZodMiniType<Page<Task>> = pageSchema(taskSchema)

/** Response of `GET`, `PATCH` and `DELETE /api/tasks/:id`, its `/restore`, and `POST /api/tasks`. */
export const taskResponseSchema: z.ZodMiniType<{ task: Task }> = z.object({ task: taskSchema })

/** Body of `POST /api/tasks`. */
export interface NewTask {
  title: string
  dueAt?: number | null | undefined
  contactId?: string | null | undefined
  dealId?: string | null | undefined
  /** Managers and administrators may choose another user. @default the user */
  responsibleUserId?: string | undefined
}

/** The last time that a `Date` can hold. */
const latestTime = 8_640_000_000_000_000

const timeSchema = z.optional(z.nullable(z.number().check(z.int(), z.minimum(0), z.maximum(latestTime))))

const taskInputFields = {
  dueAt: timeSchema,
  contactId: z.optional(z.nullable(idSchema)),
  dealId: z.optional(z.nullable(idSchema)),
  responsibleUserId: z.optional(idSchema),
}

const title = requiredLine(200)

/** Schema of {@link NewTask}. */
export const newTaskSchema: z.ZodMiniType<NewTask> = z.strictObject({ title, ...taskInputFields })

/** Body of `PATCH /api/tasks/:id`. Fields that are left out stay. */
export type TaskChange = Change<NewTask> & {
  /** True finishes the task now, false opens it again. */
  isDone?: boolean | undefined
}

/** Schema of {@link TaskChange}. */
export const taskChangeSchema: z.ZodMiniType<TaskChange> = z.strictObject({
  version: versionSchema,
  title: z.optional(title),
  isDone: z.optional(z.boolean()),
  ...taskInputFields,
})
