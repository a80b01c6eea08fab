import { useId } from 'react'
import type { TemplatePlace } from '../../../src/messengers/templates/fillParts.ts'
import { describePlace } from './places.ts'

interface PlaceFieldProps {
  place: TemplatePlace
  value: string
  /** What is wrong with it. */
  problem: string | null
  onValue: (value: string) => void
}

/** A field for one place of a template. */
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
