import { useInfiniteQuery } from '@tanstack/react-query'
import { CircleCheckBig } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Task } from '../../api/task.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useFormats, useWords } from '../words/speech.ts'
import { TaskLine } from './TaskLine.tsx'
import { taskQueries } from './taskQueries.ts'
import { dueGroups, toDueGroup } from './toDueGroup.ts'

/** Props of {@link TaskGroups}. */
export interface TaskGroupsProps {
  status: 'open' | 'done'
  ownerId: string | undefined
}

/** Tasks by when they are due; those that are done in one list. */
export function TaskGroups({ status, ownerId }: TaskGroupsProps): ReactNode {
  const words = useWords()
  const isDone = status === 'done'
  const sort = isDone ? ({ sort: 'doneAt', order: 'desc' } as const) : ({ sort: 'dueAt', order: 'asc' } as const)
  const tasks = useInfiniteQuery(taskQueries.list({ status, ownerId, ...sort }))
  if (tasks.isPending) return <Skeleton className="h-9" count={6} label={words.loading} />
  if (tasks.isError && !tasks.data) {
    const text = toErrorText({ error: tasks.error, words })
    return <Problem title={words.tasks.failed} text={text} onRetry={() => void tasks.refetch()} />
  }
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) {
    return <EmptyState icon={CircleCheckBig} title={words.tasks.empty} text={words.tasks.emptyText} />
  }
  const now = Date.now()
  return (
    <>
      {isDone ? (
        <TaskGroup name={words.tasks.finishedTab} tasks={items} />
      ) : (
        dueGroups.map((group) => {
          const due = items.filter(({ dueAt }) => toDueGroup({ dueAt, now }) === group)
          return due.length > 0 && <TaskGroup key={group} name={words.tasks.groups[group]} tasks={due} />
        })
      )}
      {tasks.hasNextPage && (
        <Button look="quiet" className="mt-3" onClick={() => void tasks.fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </>
  )
}

function TaskGroup({ name, tasks }: { name: string; tasks: readonly Task[] }): ReactNode {
  const formats = useFormats()
  return (
    <section aria-label={name} className="mt-5 first:mt-1">
      <h2 className="flex items-baseline gap-2 border-b border-line pb-1.5 text-[0.8125rem] font-semibold text-soft">
        {name}
        <span className="font-normal tabular-nums">{formats.number(tasks.length)}</span>
      </h2>
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </section>
  )
}
