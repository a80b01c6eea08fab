import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type NewTask,
  type Task,
  type TaskChange,
  type TasksQuery,
  taskResponseSchema,
  tasksResponseSchema,
} from '../../api/task.ts'
import { itemsKey, refreshItems } from '../items/itemKeys.ts'
import { removeFromLists } from '../items/removeFromLists.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { toQuery } from '../requests/toQuery.ts'
import { showToast } from '../ui/toasts.ts'
import { useWords } from '../words/speech.ts'

const key = [...itemsKey, 'tasks'] as const

/** The tasks that match a query, page by page. */
export function tasksQueryOptions(query: TasksQuery) {
  return infiniteQueryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      sendRequest({
        path: `/tasks${toQuery({ limit: 100, ...query, after: pageParam })}`,
        schema: tasksResponseSchema,
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

/** Adds a task. */
export function useCreateTask() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewTask) => sendRequest({ path: '/tasks', schema: taskResponseSchema, body }),
    onSuccess: () => refreshItems(queryClient),
  })
}

/** Finishes a task, or opens it again. It leaves its list at once; the notice about it takes it back. */
export function useFinishTask() {
  const queryClient = useQueryClient()
  const words = useWords()
  const send = useMutation({
    mutationFn: ({ id, version, isDone }: Pick<Task, 'id' | 'version'> & { isDone: boolean }) =>
      sendChange(id, { version, isDone }),
    onMutate: ({ id }) => removeFromLists({ queryClient, kind: 'tasks', ids: [id] }),
    onSuccess: ({ task: { id, version, doneAt } }, { isDone }) =>
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

function sendChange(id: string, body: TaskChange) {
  return sendRequest({ path: `/tasks/${encodeURIComponent(id)}`, method: 'PATCH', schema: taskResponseSchema, body })
}
