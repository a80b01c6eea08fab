import { type FormEvent, type ReactNode, useState } from 'react'
import type { Note } from '../../api/note.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Button } from '../ui/Button.tsx'
import { controlLook } from '../ui/Field.tsx'
import { useWords } from '../words/speech.ts'
import { useChangeNote } from './noteQueries.ts'

/** Changes the text of a note. Escape leaves it as it is. */
export function EditNoteForm({ note, onClose }: { note: Note; onClose: () => void }): ReactNode {
  const words = useWords()
  const change = useChangeNote(note)
  const [text, setText] = useState(note.text)
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    change.mutate(text, { onSuccess: onClose })
  }
  return (
    <form onSubmit={handleSubmit} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the user has asked to write here.
        autoFocus
        aria-label={words.notes.edit}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${controlLook} block h-auto field-sizing-content py-2`}
      />
      <div className="mt-2 flex items-center justify-end gap-2">
        <p role="alert" className="me-auto text-danger">
          {change.error && toErrorText({ error: change.error, words })}
        </p>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="submit" look="primary" disabled={change.isPending || !text.trim()}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
