import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

/** Props of {@link ToolButton}. */
export interface ToolButtonProps {
  icon: IconName
  label: string
  disabled?: boolean | undefined
  onClick: () => void
}

/** A button of the composer, for the slot `tools`. */
export function ToolButton({ icon, label, disabled = false, onClick }: ToolButtonProps): ReactNode {
  return (
    <button type="button" aria-label={label} title={label} disabled={disabled} onClick={onClick} className="cc-tool">
      <Icon name={icon} />
    </button>
  )
}
