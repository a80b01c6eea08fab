import type { UnansweredState } from '../unanswered/unansweredState.ts'

/** The phrase that assistive technology reads: `{count}` in it stands for the number. A function can form plurals. */
export type BadgeLabel = string | ((count: number) => string)

/** Parameters of {@link toBadgeView}. */
export interface BadgeViewParameters {
  state: UnansweredState
  /** Highest number drawn. @default 99 */
  max?: number | undefined
  /** Draws a 0 too. @default false */
  showZero?: boolean | undefined
  /** @default '{count} unanswered' */
  label?: BadgeLabel | undefined
}

/** Content of a badge. */
export interface BadgeView {
  status: 'live' | 'stale'
  tone: 'red' | 'grey' | 'none'
  /** The number as drawn, e.g. `99+`. */
  text: string
  /** The phrase as read aloud, with the true number. */
  spoken: string
}

/** Content of a badge, or null where there is nothing to draw: at 0, and while the number is unknown. */
export function toBadgeView(parameters: BadgeViewParameters): BadgeView | null {
  const { state, max = 99, showZero = false, label = '{count} unanswered' } = parameters
  if (state.status !== 'live' && state.status !== 'stale') return null
  const { status, count, tone } = state
  if (count === 0 && !showZero) return null
  const limit = Number.isInteger(max) && max > 0 ? max : 99
  return {
    status,
    tone: tone ?? 'none',
    text: count > limit ? `${limit}+` : String(count),
    spoken: toPhrase({ count, label }),
  }
}

function toPhrase({ count, label }: { count: number; label: BadgeLabel }): string {
  return typeof label === 'function' ? label(count) : label.replaceAll('{count}', String(count))
}
