import { Plus } from 'lucide-react'
import { type FormEvent, type ReactNode, useRef } from 'react'
import { useCreateItem } from '../items/saveItem.ts'
import { textOf } from '../items/textOf.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Button } from '../ui/Button.tsx'
import { controlLook } from '../ui/Field.tsx'
import { useDraft } from '../ui/useDraft.ts'
import { useWords } from '../words/speech.ts'
import { toDueAt } from './dueDay.ts'
import { taskQueries } from './taskQueries.ts'

/** Adds a task in one line. What is written stays after a reload. */
export function NewTaskLine({ contactId, dealId }: { contactId?: string; dealId?: string }): ReactNode {
  const words = useWords()
  const create = useCreateItem(taskQueries)
  const title = useRef<HTMLInputElement>(null)
  const [text, setText] = useDraft(`task ${contactId ?? ''} ${dealId ?? ''}`)
  const handleSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = event.currentTarget
    create.mutate(
      { title: text, dueAt: toDueAt(textOf(new FormData(form), 'due')), contactId, dealId },
      {
        onSuccess: () => {
          setText('')
          form.reset()
          title.current?.focus()
        },
        onError: () => title.current?.focus(),
      },
    )
  }
  return (
    <form onSubmit={handleSubmit} className="flex flex-wrap items-center gap-2 py-3">
      <input
        ref={title}
        aria-label={words.tasks.new}
        aria-invalid={create.isError}
        aria-describedby={create.isError ? 'new-task-problem' : undefined}
        placeholder={words.tasks.newHint}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${controlLook} min-w-40 flex-1`}
      />
      <input name="due" type="date" aria-label={words.fields.due} className={`${controlLook} w-36! tabular-nums`} />
      <Button type="submit" disabled={create.isPending || !text.trim()} className="h-9">
        <Plus aria-hidden className="size-4" />
        {words.tasks.add}
      </Button>
      {create.isError && (
        <p id="new-task-problem" role="alert" className="w-full text-danger">
          {toErrorText({ error: create.error, words })}
        </p>
      )}
    </form>
  )
}
