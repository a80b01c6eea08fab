'use client'

import { type BadgeLabel, type BadgeLabels, unknownBadge } from '@crm-chat/core/look'
import { type ReactNode, useEffect, useRef } from 'react'
import { useChat } from './useChat.ts'
import { useStore } from './useStore.ts'
import { useUnanswered } from './useUnanswered.ts'

/** Props of {@link UnansweredBadge}. */
export interface UnansweredBadgeProps {
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
  const { dot = false, className = '', ...options } = props
  const chat = useChat()
  const state = useUnanswered()
  const words = useStore(chat.words)
  const part = chat.unanswered.badge
  const ref = useRef<HTMLSpanElement>(null)
  useEffect(() => part?.attachBadge({ element: ref.current, chat }), [part, chat])
  const { text, ...attributes } = part?.toBadgeView({ state, words, ...options }) ?? unknownBadge(options.labels, words)
  return (
    <span
      ref={ref}
      className={`cc-root cc-badge ${className}`}
      role="img" // One thing with a name, which is part of the name of a link around it.
      dir="ltr"
      {...attributes}
      data-shape={dot ? 'dot' : 'number'}
    >
      {dot ? null : text}
    </span>
  )
}
