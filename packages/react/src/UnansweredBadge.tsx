'use client'

import { type BadgeLabel, toBadgeView } from '@crm-chat/core/look'
import type { ReactNode } from 'react'
import { useUnanswered } from './useUnanswered.ts'

/** Props of {@link UnansweredBadge}. */
export interface UnansweredBadgeProps {
  /** Highest number shown; above it stands e.g. `99+`. @default 99 */
  max?: number | undefined
  /** Shows a dot instead of the number. @default false */
  dot?: boolean | undefined
  /** Shows a 0 too. An unknown number is never shown. @default false */
  showZero?: boolean | undefined
  /** Phrase for assistive technology, with `{count}` in it, or a function of the count. @default '{count} unanswered' */
  label?: BadgeLabel | undefined
  className?: string | undefined
}

/**
 * Number of messages without a reply: red for the user's own chats, grey for those of others, pale while the connection
 * is lost. Renders nothing at 0, and nothing while the number is unknown.
 * @example
 * <NavLink to="/chats">Chats <UnansweredBadge /></NavLink>
 */
export function UnansweredBadge(props: UnansweredBadgeProps): ReactNode {
  const { dot = false, className = '', ...options } = props
  const view = toBadgeView({ state: useUnanswered(), ...options })
  if (!view) return null
  return (
    <span
      className={`cc-root cc-badge ${className}`}
      aria-live="polite" // Not role="status": that would keep the phrase out of the name of a link around it.
      aria-atomic="true"
      data-status={view.status}
      data-tone={view.tone}
      data-shape={dot ? 'dot' : 'number'}
    >
      {dot ? null : (
        <span aria-hidden="true" dir="ltr">
          {view.text}
        </span>
      )}
      <span className="cc-spoken">{view.spoken}</span>
    </span>
  )
}
