import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** A button that switches something on and off. */
export function ToggleButton({
  icon: Icon,
  isOn,
  onToggle,
  children,
}: {
  icon?: LucideIcon
  isOn: boolean
  onToggle: (isOn: boolean) => void
  children: ReactNode
}): ReactNode {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => onToggle(!isOn)}
      className="inline-flex h-8 items-center gap-1.5 rounded-md border border-line bg-surface px-2.5 font-medium whitespace-nowrap text-soft hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-strong forced-colors:aria-pressed:border-[Highlight] forced-colors:aria-pressed:bg-[Highlight] forced-colors:aria-pressed:text-[HighlightText] forced-colors:aria-pressed:forced-color-adjust-none pointer-coarse:h-11"
    >
      {Icon && <Icon aria-hidden className="size-4" />}
      {children}
    </button>
  )
}
