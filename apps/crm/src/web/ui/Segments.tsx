import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useId } from 'react'

/** Props of {@link Segments}. */
export interface SegmentsProps<Value extends string> {
  label: string
  choices: readonly { value: Value; label: string; icon?: LucideIcon }[]
  chosen: Value
  onChoose: (value: Value) => void
  className?: string
}

/** One of a few choices, all in sight. Arrow keys move between them. */
export function Segments<Value extends string>(props: SegmentsProps<Value>): ReactNode {
  const { label, choices, chosen, onChoose, className = '' } = props
  const name = useId()
  return (
    <fieldset className={`flex gap-0.5 rounded-lg bg-sunken p-0.5 ${className}`}>
      <legend className="sr-only">{label}</legend>
      {choices.map(({ value, label: text, icon: Icon }) => (
        <label
          key={value}
          className="flex h-7 flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-md border border-transparent px-2.5 text-[0.8125rem] font-medium whitespace-nowrap text-soft has-checked:border-line has-checked:bg-chosen has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border-[Highlight] forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none pointer-coarse:h-11"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {Icon && <Icon aria-hidden className="size-3.5" />}
          {text}
        </label>
      ))}
    </fieldset>
  )
}
