import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'

/** Props of {@link IconButton}. */
export interface IconButtonProps extends ComponentProps<'button'> {
  icon: LucideIcon
  /** Its name, also shown as its tooltip. */
  label: string
}

/** A button with an icon only. */
export function IconButton({ icon: Icon, label, className = '', ...props }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...props}
      className={`grid size-8 shrink-0 place-items-center rounded-md border border-transparent text-soft transition hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-strong pointer-coarse:size-11 ${className}`}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  )
}
