import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { mayWrite } from '../../api/role.ts'
import { useUser } from '../session/users.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { NewTaskLine } from './NewTaskLine.tsx'
import { TaskLine } from './TaskLine.tsx'
import { taskQueries } from './taskQueries.ts'

/** The tasks with a contact or a deal: open ones first, and a line to add one. */
export function CardTasks(about: { contactId: string } | { dealId: string }): ReactNode {
  const words = useWords()
  const me = useUser()
  const open = useInfiniteQuery(taskQueries.list({ ...about, status: 'open', sort: 'dueAt' }))
  const done = useInfiniteQuery(
    taskQueries.list({ ...about, status: 'done', sort: 'doneAt', order: 'desc', limit: 10 }),
  )
  const tasks = [open, done].flatMap(({ data }) => data?.pages.flatMap((page) => page.items) ?? [])
  return (
    <>
      {me && mayWrite(me.role) && <NewTaskLine {...about} />}
      {open.isPending && <Skeleton className="h-8" count={2} label={words.loading} />}
      {open.isSuccess && tasks.length === 0 && <p className="py-2 text-soft">{words.tasks.empty}</p>}
      <ul aria-label={words.nav.tasks} className="divide-y divide-line">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} hasLink={false} />
        ))}
      </ul>
    </>
  )
}
