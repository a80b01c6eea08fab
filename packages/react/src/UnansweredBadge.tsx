'use client'

import type { UnansweredState } from '@crm-chat/core'
import { type BadgeLabel, type BadgeLabels, unknownBadge } from '@crm-chat/core/look'
import { type ReactNode, useEffect, useRef } from 'react'
import type { LookProps } from './lookProps.ts'
import { useProvided } from './useChat.ts'
import { useStore } from './useStore.ts'
import { useOnUnanswered, useUnanswered } from './useUnanswered.ts'

/** Props of {@link UnansweredBadge}. */
export interface UnansweredBadgeProps extends LookProps {
  /** Highest number shown; above it stands e.g. `99+`. @default 99 */
  max?: number | undefined
  /** Shows a dot instead of the number. @default false */
  dot?: boolean | undefined
  /** Shows a 0 too. @default false */
  showZero?: boolean | undefined
  /** Phrase for assistive technology, with `{count}` in it, or a function of the count. @default '{count} unanswered' */
  label?: BadgeLabel | undefined
  /** Own words for an unknown number, an outdated one and an error. */
  labels?: BadgeLabels | undefined
  /** Called with the state of the number, and with each change of it. */
  onUnanswered?: ((state: UnansweredState) => void) | undefined
  className?: string | undefined
}

/**
 * Number of messages without a reply: red for the user's own chats, grey for those of others. Hollow while it is outdated,
 * unknown (–) or not available (!), which its tooltip and its name say in words. Hidden at 0. Changes are read out, once for all
 * badges of the page.
 * @example
 * <NavLink to="/chats">Chats <UnansweredBadge /></NavLink>
 */
export function UnansweredBadge(props: UnansweredBadgeProps): ReactNode {
  const { dot, className = '' } = props
  const { client: chat, look } = useProvided()
  const state = useUnanswered()
  const words = useStore(chat.words)
  const part = chat.unanswered.badge
  const ref = useRef<HTMLSpanElement>(null)
  useEffect(() => part?.attachBadge({ element: ref.current, chat }), [part, chat])
  useOnUnanswered(chat, props.onUnanswered)
  const { text, ...attributes } = part?.toBadgeView({ ...props, state, words }) ?? unknownBadge(props.labels, words)
  return (
    <span
      ref={ref}
      className={`cc-root cc-badge ${className}`}
      {...part?.toBadgeLook([look, props])}
      role="img" // One thing with a name, which is part of the name of a link around it.
      dir="ltr"
      {...attributes}
      data-shape={dot ? 'dot' : 'number'}
    >
      {dot ? null : text}
    </span>
  )
}
