import type { ReactNode } from 'react'

/** Switches between the two parts of a card on narrow screens. */
export function PartSwitch({
  chosen,
  onChoose,
}: {
  chosen: 'chat' | 'details'
  onChoose: (part: 'chat' | 'details') => void
}): ReactNode {
  return (
    <fieldset className="mt-3 flex gap-1 rounded-lg bg-sunken p-1 lg:hidden">
      <legend className="sr-only">Show</legend>
      {parts.map(({ part, label }) => (
        <button
          key={part}
          type="button"
          aria-pressed={chosen === part}
          onClick={() => onChoose(part)}
          className="h-8 flex-1 rounded-md font-medium text-soft aria-pressed:bg-chosen aria-pressed:text-ink aria-pressed:shadow-card"
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}

const parts = [
  { part: 'chat', label: 'Chat' },
  { part: 'details', label: 'Details' },
] as const
