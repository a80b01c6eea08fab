import type { ConversationWords, TemplatePlace } from '@crm-chat/core/conversation'
import { type ReactNode, useId } from 'react'
import { useWords } from '../ConversationContext.ts'
import { fill } from '../format.ts'

interface PlaceFieldProps {
  place: TemplatePlace
  value: string
  /** Validation message for the value. */
  problem: string | null
  onValue: (value: string) => void
}

/** The input for one place of a template. */
export function PlaceField({ place, value, problem, onValue }: PlaceFieldProps): ReactNode {
  const words = useWords()
  const problemId = useId()
  return (
    <label className="cc-place">
      <span className="cc-place-name">{describePlace(place, words)}</span>
      <input
        data-place
        dir="auto"
        inputMode={place.takes === 'file' ? 'url' : 'text'}
        placeholder={place.takes === 'file' ? 'https://' : ''}
        maxLength={1_000}
        autoComplete="off"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={problemId}
        onChange={(event) => onValue(event.target.value)}
        className="cc-input"
      />
      <span id={problemId} className="cc-place-problem">
        {problem}
      </span>
    </label>
  )
}

function describePlace({ part, variable, takes }: TemplatePlace, words: ConversationWords): string {
  const names = { header: words.headerPlace, body: words.bodyPlace, button: words.buttonPlace }
  return fill(takes === 'file' ? words.headerFile : names[part], { variable })
}
