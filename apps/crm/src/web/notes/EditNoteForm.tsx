import type { ReactNode } from 'react'
import type { Note } from '../../api/note.ts'
import { FormFooter } from '../items/FormFooter.tsx'
import { textOf } from '../items/textOf.ts'
import { useItemForm } from '../items/useItemForm.ts'
import { controlLook } from '../ui/Field.tsx'
import { useWords } from '../words/speech.ts'
import { useChangeNote } from './noteQueries.ts'

/** Changes the text of a note. Escape leaves it as it is. */
export function EditNoteForm({ note, onClose }: { note: Note; onClose: () => void }): ReactNode {
  const words = useWords()
  const change = useChangeNote(note)
  const { form, problems, problem, start, forget } = useItemForm({
    name: `note ${note.id} ${note.version}`,
    error: change.error,
    send: async (data) => {
      await change.mutateAsync(textOf(data, 'text'))
      onClose()
    },
  })
  const cancel = (): void => {
    forget()
    onClose()
  }
  return (
    <form {...form} onKeyDown={(event) => event.key === 'Escape' && cancel()}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the user has asked to write here.
        autoFocus
        name="text"
        aria-label={words.notes.edit}
        aria-invalid={problems.text !== undefined}
        defaultValue={start('text', note.text)}
        className={`${controlLook} block h-auto field-sizing-content py-2`}
      />
      <FormFooter
        action={words.save}
        problem={problems.text ?? problem}
        isBusy={change.isPending}
        onForget={forget}
        onCancel={onClose}
      />
    </form>
  )
}
