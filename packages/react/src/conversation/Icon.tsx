import type { ReactNode } from 'react'

/** Name of an icon: `.cc-icon-…` in the stylesheet. */
export type IconName =
  | 'alert'
  | 'back'
  | 'ban'
  | 'check'
  | 'clock'
  | 'close'
  | 'delete'
  | 'document'
  | 'double-check'
  | 'down'
  | 'download'
  | 'edit'
  | 'file'
  | 'keyboard'
  | 'link'
  | 'missed-call'
  | 'offline'
  | 'pause'
  | 'person'
  | 'pin'
  | 'play'
  | 'plus'
  | 'reply'
  | 'search'
  | 'smile'
  | 'template'
  | 'up'

interface IconProps {
  name: IconName
  /** In pixels. @default 20 */
  size?: 14 | 16 | 20
  /** Read aloud. An icon without one only repeats what is there. */
  label?: string
  className?: string
}

/** An icon in the colour of the text. */
export function Icon({ name, size = 20, label, className = '' }: IconProps): ReactNode {
  const look = `cc-icon cc-icon-${name} ${className}`
  if (label === undefined) return <i aria-hidden="true" data-size={size} className={look} />
  return <i role="img" aria-label={label} data-size={size} className={look} />
}
