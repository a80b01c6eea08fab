import type { ReactNode } from 'react'
import { mayChangeOwner } from '../../api/role.ts'
import type { Task } from '../../api/task.ts'
import { FormFooter } from '../items/FormFooter.tsx'
import { OwnerField } from '../items/OwnerSelect.tsx'
import { useEditItem } from '../items/saveItem.ts'
import { textOf } from '../items/textOf.ts'
import { useItemForm } from '../items/useItemForm.ts'
import { useUser } from '../session/users.ts'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/speech.ts'
import { toDay, toDueAt } from './dueDay.ts'
import { taskQueries } from './taskQueries.ts'

/** Changes a task in its place. Escape leaves it as it is. */
export function EditTaskForm({ task, onClose }: { task: Task; onClose: () => void }): ReactNode {
  const words = useWords()
  const me = useUser()
  const change = useEditItem(taskQueries, task)
  const { form, problems, problem, start, forget } = useItemForm({
    name: `task ${task.id} ${task.version}`,
    error: change.error,
    send: async (data) => {
      await change.mutateAsync(readTask(data, task))
      onClose()
    },
  })
  const cancel = (): void => {
    forget()
    onClose()
  }
  return (
    <form
      {...form}
      aria-label={words.tasks.edit(task.title)}
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
      className="flex flex-col gap-3 rounded-lg border border-line bg-canvas p-3"
    >
      <TextField
        name="title"
        label={words.fields.title}
        required
        autoFocus
        defaultValue={start('title', task.title)}
        problem={problems.title}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          name="due"
          type="date"
          label={words.fields.due}
          defaultValue={start('due', toDay(task.dueAt))}
          problem={problems.dueAt}
        />
        {me && mayChangeOwner(me.role) && (
          <OwnerField
            defaultValue={start('responsibleUserId', task.responsibleUserId)}
            problem={problems.responsibleUserId}
          />
        )}
      </div>
      <FormFooter
        action={words.save}
        problem={problem}
        isBusy={change.isPending}
        onForget={forget}
        onCancel={onClose}
      />
    </form>
  )
}

/** Reads a task from the form. The time of day stays unless another day was chosen. */
function readTask(data: FormData, { dueAt }: Task) {
  const day = textOf(data, 'due')
  const responsibleUserId = textOf(data, 'responsibleUserId')
  return {
    title: textOf(data, 'title'),
    dueAt: day === toDay(dueAt) ? dueAt : toDueAt(day),
    ...(responsibleUserId && { responsibleUserId }),
  }
}
