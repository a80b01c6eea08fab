import { type FormEvent, type RefObject, useEffect, useRef } from 'react'
import { RequestError } from '../requests/RequestError.ts'
import { toErrorText, toFieldTexts } from '../requests/toErrorText.ts'
import type { Words } from '../words/en.ts'
import { useWords } from '../words/speech.ts'
import { useFormDraft } from './useFormDraft.ts'

/** Options of {@link useItemForm}. */
export interface ItemFormOptions {
  /** Name of the draft, one for each form; the form of an item names its version, too. */
  name: string
  /** The reason why sending failed. */
  error: Error | null
  /** Sends the form. It fails when the server refuses. */
  send: (data: FormData) => Promise<unknown>
}

/** State of a form whose server names the fields that are invalid. */
export interface ItemForm {
  /** Props for the form. */
  form: {
    ref: RefObject<HTMLFormElement | null>
    onSubmit: (event: FormEvent<HTMLFormElement>) => void
    onInput: () => void
    noValidate: true
    autoComplete: 'off'
  }
  /** Validation messages by field. */
  problems: Record<string, string>
  /** The reason why it failed; null before that. */
  problem: string | null
  /** The values that were written and not sent; null without any. */
  draft: FormData | null
  /** The value that a field begins with: that of the draft, or else the given one. */
  start: (field: string, value?: string) => string
  /** Forgets the draft. */
  forget: () => void
}

/** A form that is sent to the server, which validates it. The first invalid field gets the focus. */
export function useItemForm({ name, error, send }: ItemFormOptions): ItemForm {
  const words = useWords()
  const ref = useRef<HTMLFormElement>(null)
  const { draft, keep, forget } = useFormDraft({ name, form: ref })
  const submit = async (data: FormData): Promise<void> => {
    try {
      await send(data)
      forget()
    } catch {
      // The form shows the error, which the mutation keeps.
    }
  }
  useEffect(() => {
    if (error) ref.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error])
  return {
    form: {
      ref,
      onSubmit: (event) => {
        event.preventDefault()
        keep()
        void submit(new FormData(event.currentTarget))
      },
      onInput: keep,
      noValidate: true,
      autoComplete: 'off',
    },
    problems: toFieldTexts({ error, words }),
    problem: error && toProblem({ error, words }),
    draft,
    start: (field, value = '') => draft?.get(field)?.toString() ?? value,
    forget,
  }
}

/** A stale form keeps what was written: sending it again replaces the other change. */
function toProblem({ error, words }: { error: Error; words: Words }): string {
  if (!(error instanceof RequestError)) return error.message
  if (Object.keys(error.fields).length > 0) return words.errors.invalidForm
  return error.current === undefined ? toErrorText({ error, words }) : words.errors.changedInForm
}
