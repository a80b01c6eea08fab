import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import {
  type NewTask,
  type Task,
  type TaskChange,
  type TasksQuery,
  taskResponseSchema,
  tasksResponseSchema,
} from '../../api/task.ts'
import { createItemQueries } from '../items/createItemQueries.ts'
import { refreshItems } from '../items/itemKeys.ts'
import { removeFromLists } from '../items/removeFromLists.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { showToast } from '../ui/toasts.ts'
import { useWords } from '../words/speech.ts'

/** The queries and requests of tasks. */
export const taskQueries = createItemQueries<Task, TasksQuery, NewTask, TaskChange>({
  kind: 'tasks',
  page: tasksResponseSchema,
  item: z.pipe(
    taskResponseSchema,
    z.transform(({ task }) => task),
  ),
})

/** Finishes a task, or opens it again. It leaves its list at once; the notice about it takes it back. */
export function useFinishTask() {
  const queryClient = useQueryClient()
  const words = useWords()
  const send = useMutation({
    mutationFn: ({ id, version, isDone }: Pick<Task, 'id' | 'version'> & { isDone: boolean }) =>
      taskQueries.change({ id, version }, { isDone }),
    onMutate: ({ id }) => removeFromLists({ queryClient, kind: 'tasks', ids: [id] }),
    onSuccess: ({ id, version, doneAt }, { isDone }) =>
      showToast({
        text: isDone ? words.tasks.finished : words.tasks.reopened,
        onUndo: () => send.mutate({ id, version, isDone: doneAt === null }),
      }),
    onError: (error, _task, rollBack) => {
      rollBack?.()
      showToast({ text: toErrorText({ error, words }), isProblem: true })
    },
    onSettled: () => refreshItems(queryClient),
  })
  return send
}
