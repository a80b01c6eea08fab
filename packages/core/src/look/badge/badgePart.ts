import type { WordsState } from '../../words/words.ts'
import type { LookOptions } from '../appearance.ts'
import type { attachBadge } from './attachBadge.ts'
import type { BadgeLabels } from './badgeLabel.ts'
import type { BadgeView, toBadgeView } from './badgeView.ts'

/** Code of a badge with a number. */
export interface BadgePart {
  toBadgeView: typeof toBadgeView
  attachBadge: typeof attachBadge
  /** Classes and style of a badge. */
  toBadgeLook: <Style extends object>(looks: LookOptions<Style>[]) => { className: string; style: Style }
}

/** Content of a badge while the number is unknown, which is not 0. */
export function unknownBadge(labels: BadgeLabels | undefined, words: WordsState): BadgeView {
  const label = labels?.unknown ?? (words && words !== 'en' ? (Object(words).badge?.unknown ?? '') : 'count unknown')
  return { text: '–', 'aria-label': label, title: label, 'data-status': 'unknown', 'data-tone': 'none' }
}
