import type { ReactNode } from 'react'
import { Icon, type IconName } from '../conversation/Icon.tsx'

interface ComposerNoticeProps {
  /** `alert` is announced at once, `status` politely. */
  role: 'alert' | 'status'
  icon: IconName
  title: string
  hint: string
  /** Buttons that help. */
  children?: ReactNode
}

/** Stands in the place of a composer that cannot be used at present. */
export function ComposerNotice({ role, icon, title, hint, children }: ComposerNoticeProps): ReactNode {
  return (
    <div role={role} className="cc-compose-notice">
      <span className="cc-compose-emblem">
        <Icon name={icon} />
      </span>
      <p className="cc-failure-title">{title}</p>
      <p className="cc-failure-reason">{hint}</p>
      {children}
    </div>
  )
}
