import { Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { mayEdit } from '../../api/role.ts'
import type { Task } from '../../api/task.ts'
import { useDeleteItems } from '../items/itemMutations.ts'
import { UserName } from '../items/UserName.tsx'
import { useUser } from '../session/users.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { useWords } from '../words/speech.ts'
import { DueText } from './DueText.tsx'
import { EditTaskForm } from './EditTaskForm.tsx'
import { useFinishTask } from './taskQueries.ts'

/** A task: finished by its box, edited in its place, with a link to what it is about. */
export function TaskLine({ task, hasLink = true }: { task: Task; hasLink?: boolean }): ReactNode {
  const words = useWords()
  const me = useUser()
  const finish = useFinishTask()
  const deleteTasks = useDeleteItems('tasks')
  const { id, version, title, dueAt, doneAt, responsibleUserId } = task
  const canEdit = me ? mayEdit(me, task) : false
  const [isEditing, setIsEditing] = useState(false)
  const pencil = useReturnFocus({ isEditing })
  if (isEditing) {
    return (
      <li className="py-2">
        <EditTaskForm task={task} onClose={() => setIsEditing(false)} />
      </li>
    )
  }
  return (
    <li className="group flex min-h-10 items-center gap-2.5 py-1 pointer-coarse:min-h-12">
      <label className="grid size-6 shrink-0 cursor-pointer place-items-center pointer-coarse:size-11">
        <span className="sr-only">{words.tasks.finish(title)}</span>
        <input
          type="checkbox"
          checked={doneAt !== null}
          disabled={!canEdit}
          onChange={() => finish.mutate({ id, version, isDone: doneAt === null })}
          className="size-4 rounded-full accent-accent"
        />
      </label>
      <div className="min-w-0 flex-1">
        <bdi className={`block wrap-anywhere ${doneAt === null ? '' : 'text-soft line-through'}`}>{title}</bdi>
        {hasLink && <About task={task} />}
        {dueAt !== null && (
          <span className="text-[0.8125rem] sm:hidden">
            <DueText dueAt={dueAt} />
          </span>
        )}
      </div>
      {dueAt !== null && (
        <span className="max-sm:hidden">
          <DueText dueAt={dueAt} />
        </span>
      )}
      {responsibleUserId !== me?.id && (
        <span className="max-w-32 text-soft max-sm:hidden">
          <UserName id={responsibleUserId} hasAvatar />
        </span>
      )}
      {canEdit && (
        <span className="flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <IconButton ref={pencil} icon={Pencil} label={words.tasks.edit(title)} onClick={() => setIsEditing(true)} />
          <IconButton icon={Trash2} label={words.tasks.delete(title)} onClick={() => deleteTasks.mutate([id])} />
        </span>
      )}
    </li>
  )
}

function About({ task: { contactId, contact, dealId, deal } }: { task: Task }): ReactNode {
  const links = [
    dealId && { to: `/deals/${encodeURIComponent(dealId)}`, name: deal },
    contactId && { to: `/contacts/${encodeURIComponent(contactId)}`, name: contact },
  ]
  return (
    <span className="flex flex-wrap gap-x-2 text-[0.8125rem] text-soft">
      {links.map(
        (link) =>
          link && (
            <Link key={link.to} to={link.to} className="hover:text-accent hover:underline">
              <bdi>{link.name}</bdi>
            </Link>
          ),
      )}
    </span>
  )
}
