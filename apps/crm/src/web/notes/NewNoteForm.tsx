import type { FormEvent, ReactNode } from 'react'
import { toErrorText } from '../requests/toErrorText.ts'
import { Button } from '../ui/Button.tsx'
import { controlLook } from '../ui/Field.tsx'
import { useDraft } from '../ui/useDraft.ts'
import { useWords } from '../words/speech.ts'
import { useCreateNote } from './noteQueries.ts'

/** Writes a note. What is written stays after a reload or the end of the session. Ctrl+Enter saves it. */
export function NewNoteForm({ about }: { about: { contactId: string } | { dealId: string } }): ReactNode {
  const words = useWords()
  const create = useCreateNote()
  const [text, setText] = useDraft(`note ${Object.values(about).join('')}`)
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim()) create.mutate({ text, ...about }, { onSuccess: () => setText('') })
  }
  return (
    <form onSubmit={handleSubmit} className="py-3">
      <textarea
        aria-label={words.notes.new}
        placeholder={words.notes.newHint}
        rows={2}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) handleSubmit(event)
        }}
        className={`${controlLook} block h-auto field-sizing-content py-2`}
      />
      {(text.trim() || create.isError) && (
        <div className="mt-2 flex items-center justify-end gap-2">
          <p role="alert" className="me-auto text-danger">
            {create.error && toErrorText({ error: create.error, words })}
          </p>
          <Button type="submit" look="primary" disabled={create.isPending}>
            {words.notes.add}
          </Button>
        </div>
      )}
    </form>
  )
}
