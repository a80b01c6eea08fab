import { type FormEvent, useRef } from 'react'
import { RequestError } from '../requests/RequestError.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { useWords } from '../words/speech.ts'

/** State of a form whose server names the fields that are invalid. */
export interface UseItemFormResult {
  /** Validation messages by field. */
  problems: Record<string, string>
  /** The reason why it failed; null before that. */
  problem: string | null
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

/** A form that is sent to the server, which validates it. The first invalid field gets the focus. */
export function useItemForm({
  error,
  send,
}: {
  error: Error | null
  send: (data: FormData, fail: () => void) => void
}): UseItemFormResult {
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const problems = error instanceof RequestError ? error.fields : {}
  const focusInvalid = (): void => {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  return {
    problems,
    problem: error ? toErrorText({ error, words }) : null,
    onSubmit(event) {
      event.preventDefault()
      form.current = event.currentTarget
      send(new FormData(event.currentTarget), focusInvalid)
    },
  }
}
