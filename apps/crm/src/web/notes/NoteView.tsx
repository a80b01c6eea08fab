import { Pencil, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Note } from '../../api/note.ts'
import { mayEdit } from '../../api/role.ts'
import { UserName } from '../items/UserName.tsx'
import { useUser } from '../session/users.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useReturnFocus } from '../ui/useReturnFocus.ts'
import { useFormats, useWords } from '../words/speech.ts'
import { EditNoteForm } from './EditNoteForm.tsx'
import { useDeleteNote } from './noteQueries.ts'

/** A note with its author and time. Whoever may edit it edits it in its place. */
export function NoteView({ note }: { note: Note }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const me = useUser()
  const deleteNote = useDeleteNote()
  const [isEditing, setIsEditing] = useState(false)
  const pencil = useReturnFocus({ isEditing })
  const { id, text, authorId, createdAt } = note
  const canEdit = me ? mayEdit(me, { responsibleUserId: authorId }) : false
  return (
    <li className="group rounded-lg border border-line bg-canvas px-3 py-2">
      <div className="flex min-h-8 items-center gap-2 text-[0.8125rem] text-soft">
        <UserName id={authorId} hasAvatar />
        <time dateTime={new Date(createdAt).toISOString()} title={formats.dateTime(createdAt)}>
          {formats.relative(createdAt)}
        </time>
        {canEdit && !isEditing && (
          <span className="ms-auto flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
            <IconButton ref={pencil} icon={Pencil} label={words.notes.edit} onClick={() => setIsEditing(true)} />
            <IconButton icon={Trash2} label={words.notes.delete} onClick={() => deleteNote.mutate(id)} />
          </span>
        )}
      </div>
      {isEditing ? (
        <EditNoteForm note={note} onClose={() => setIsEditing(false)} />
      ) : (
        <p dir="auto" className="leading-5 whitespace-pre-wrap wrap-anywhere">
          {text}
        </p>
      )}
    </li>
  )
}
