'use client'

import type { ReactNode } from 'react'
import { useUnanswered } from './useUnanswered.ts'

/** Props of {@link UnansweredBadge}. */
export interface UnansweredBadgeProps {
  /** Highest number shown; above it stands e.g. `99+`. @default 99 */
  max?: number | undefined
  /** A dot in place of the number. @default false */
  dot?: boolean | undefined
  /** Shows a 0 too. A number that is not known is never shown. @default false */
  showZero?: boolean | undefined
  /** What assistive technology says. @default (count) => `${count} unanswered` */
  label?: ((count: number) => string) | undefined
  className?: string | undefined
}

/**
 * How many messages wait for a reply: red when they are the user's own, grey when somebody else's. Pale while the
 * connection is away. Renders nothing at 0, and nothing while the number is not known.
 * @example
 * <NavLink to="/chats">Chats <UnansweredBadge /></NavLink>
 */
export function UnansweredBadge(props: UnansweredBadgeProps): ReactNode {
  const { max = 99, dot = false, showZero = false, label = englishLabel, className = '' } = props
  const state = useUnanswered()
  if (state.status !== 'live' && state.status !== 'stale') return null
  const { status, count, tone } = state
  if (count === 0 && !showZero) return null
  const look = `${dot ? dotLook : numberLook} ${tone === 'red' ? redLook : greyLook}`
  return (
    <span
      className={`cc-root cc-badge ${look} ${className}`}
      aria-live="polite" // Not role="status": that would keep the phrase out of the name of a link around it.
      aria-atomic="true"
      data-status={status}
      data-tone={tone ?? 'none'}
    >
      {dot ? null : (
        <span aria-hidden="true" dir="ltr">
          {count > max ? `${max}+` : count}
        </span>
      )}
      <span className="cc:sr-only">{label(count)}</span>
    </span>
  )
}

const englishLabel = (count: number): string => `${count} unanswered`

const sharedLook = 'cc:shrink-0 cc:align-middle cc:rounded-full cc:transition-opacity cc:data-[status=stale]:opacity-55'
const numberLook = `${sharedLook} cc:inline-flex cc:h-4.5 cc:min-w-4.5 cc:items-center cc:justify-center cc:px-1.25 cc:text-badge cc:font-semibold cc:tabular-nums cc:whitespace-nowrap`
const dotLook = `${sharedLook} cc:inline-block cc:size-2`
const redLook = 'cc:bg-alert cc:text-on-alert'
const greyLook = 'cc:bg-quiet cc:text-on-quiet'
