import { useId } from 'react'
import type { TemplatePlace } from '../session/conversation.ts'

interface PlaceFieldProps {
  place: TemplatePlace
  value: string
  /** Validation message for the value. */
  problem: string | null
  onValue: (value: string) => void
}

/** The input for one place of a template. */
export function PlaceField({ place, value, problem, onValue }: PlaceFieldProps) {
  const problemId = useId()
  return (
    <label className="grid gap-1">
      <span className="text-[13px] font-medium">{describePlace(place)}</span>
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
        className="h-10 rounded-lg border border-line bg-canvas px-3 placeholder:text-muted aria-invalid:border-alert"
      />
      <span id={problemId} className="text-xs text-alert-ink empty:hidden">
        {problem}
      </span>
    </label>
  )
}

function describePlace({ part, variable, takes }: TemplatePlace): string {
  if (takes === 'file') return `Link to the header ${variable}`
  const names = { header: 'Header', body: 'Text', button: 'Button link' }
  return `${names[part]}, ${variable}`
}
