import type { UnansweredState } from '../../unanswered/unansweredState.ts'

/** The phrase that assistive technology reads: `{count}` in it stands for the number. A function can form plurals. */
export type BadgeLabel = string | ((count: number) => string)

/** Own words for what a badge says in place of a number, or beside one. Missing ones stay English. */
export interface BadgeLabels {
  /** @default 'count unknown' */
  unknown?: string | undefined
  /** Said when there is no number, and none is expected: signed out, another user's session, no network. @default 'count not available' */
  error?: string | undefined
  /** Said after a number that may have changed since. @default 'not up to date' */
  stale?: string | undefined
}

/** Parameters of {@link toBadgeView}. */
export interface BadgeViewParameters {
  state: UnansweredState
  /** Highest number drawn. @default 99 */
  max?: number | undefined
  /** Draws a 0 too. @default false */
  showZero?: boolean | undefined
  /** @default '{count} unanswered' */
  label?: BadgeLabel | undefined
  labels?: BadgeLabels | undefined
}

/** Content of a badge. */
export interface BadgeView {
  status: 'live' | 'stale' | 'unknown' | 'error'
  tone: 'red' | 'grey' | 'none'
  /** The number as drawn, e.g. `99+`. */
  text: string
  /** The phrase as read aloud, with the true number. */
  label: string
  /** True for a 0 that is not shown. */
  hidden: boolean
}

/**
 * Content of a badge, or undefined while there is neither a number nor a reason for having none. Only a number that is known
 * to be 0 is hidden.
 */
export function toBadgeView({ state, max = 99, showZero, label, labels }: BadgeViewParameters): BadgeView | undefined {
  if (state.status === 'error')
    return { ...unnumbered, status: 'error', text: '!', label: labels?.error ?? 'count not available' }
  if (!('count' in state) || !Number.isSafeInteger(state.count)) return undefined
  const { status, count, tone } = state
  const limit = Number.isInteger(max) && max > 0 ? max : 99
  const phrase = toPhrase({ count, label })
  return {
    status,
    tone: tone ?? 'none',
    text: count > limit ? `${limit}+` : String(count),
    label: status === 'stale' ? `${phrase}, ${labels?.stale ?? 'not up to date'}` : phrase,
    hidden: count === 0 && !showZero,
  }
}

const unnumbered = { tone: 'none', hidden: false } as const

function toPhrase({ count, label = '{count} unanswered' }: { count: number; label?: BadgeLabel | undefined }): string {
  return typeof label === 'function' ? label(count) : label.replaceAll('{count}', String(count))
}
