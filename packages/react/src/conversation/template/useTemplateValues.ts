import type { ConversationWords, TemplatePlace } from '@crm-chat/core/conversation'
import { type RefObject, useRef, useState } from 'react'
import { useWords } from '../ConversationContext.ts'

/** The values of a template's places. Validation messages appear after the first attempt to send. */
export function useTemplateValues(places: readonly TemplatePlace[]): {
  form: RefObject<HTMLFormElement | null>
  values: string[]
  problems: (string | null)[]
  setValue: (index: number, value: string) => void
  /** Returns true if all values are valid. Otherwise focuses the first invalid field. */
  validate: () => boolean
} {
  const words = useWords()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState<string[]>(places.map(() => ''))
  const [wasTried, setWasTried] = useState(false)
  const problems = places.map((place, index) => findProblem({ place, value: values[index]?.trim() ?? '', words }))
  return {
    form,
    values,
    problems: wasTried ? problems : problems.map(() => null),
    setValue: (index, value) => setValues(values.with(index, value)),
    validate() {
      setWasTried(true)
      const first = problems.findIndex((problem) => problem !== null)
      if (first !== -1) form.current?.querySelectorAll<HTMLInputElement>('[data-place]')[first]?.focus()
      return first === -1
    },
  }
}

interface Checked {
  place: TemplatePlace
  value: string
  words: ConversationWords
}

function findProblem({ place: { takes }, value, words }: Checked): string | null {
  if (value === '') return words.required
  const isLink = /^https?:\/\/./i.test(value) && URL.canParse(value)
  return takes === 'file' && !isLink ? words.linkNeeded : null
}
