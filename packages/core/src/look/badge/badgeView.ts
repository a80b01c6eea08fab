import type { UnansweredState } from '../../unanswered/unansweredState.ts'
import type { Words, WordsState } from '../../words/words.ts'
import type { BadgeLabel, BadgeLabels } from './badgeLabel.ts'

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
  /** Words of the badge's language. @default English */
  words?: WordsState
}

/** Content of a badge: its text, and its attributes. The label is the phrase as read aloud, with the true number. */
export interface BadgeView {
  /** The number as drawn, e.g. `99+`. */
  text: string
  'aria-label': string
  title: string
  lang?: string | undefined
  /** True for a 0 that is not shown. */
  hidden?: boolean
  'data-status': 'live' | 'stale' | 'unknown' | 'error'
  'data-tone': 'red' | 'grey' | 'none'
}

/** Words of a badge with a number in English. */
export const badgeWords = {
  unanswered: { other: '{count} unanswered' },
  badge: { error: 'count not available', stale: 'not up to date' },
  comma: ', ',
}

/**
 * Content of a badge, or undefined while there is neither a number nor a reason for having none. Only a number that is known
 * to be 0 is hidden. While the words are on their way, there is no phrase.
 */
export function toBadgeView(parameters: BadgeViewParameters): BadgeView | undefined {
  const { state, max = 99, showZero, label, labels, words } = parameters
  const { lang, badge, comma, unanswered } = read(words)
  const say = (name: 'error' | 'stale'): string => labels?.[name] ?? badge[name]
  if (state.status === 'error') return view({ status: 'error', text: '!', label: say('error'), lang })
  if (!('count' in state) || !Number.isSafeInteger(state.count)) return undefined
  const { status, count, tone } = state
  const limit = Number.isInteger(max) && max > 0 ? max : 99
  const format = new Intl.NumberFormat(lang ?? 'en')
  const form = (): string => unanswered[new Intl.PluralRules(lang ?? 'en').select(count)] ?? unanswered.other
  const phrase =
    typeof label === 'function' ? label(count) : (label ?? form()).replaceAll('{count}', format.format(count))
  return {
    ...view({
      status,
      text: count > limit ? `${format.format(limit)}+` : format.format(count),
      label: [phrase, status === 'stale' ? say('stale') : ''].filter(Boolean).join(comma),
      lang,
    }),
    'data-tone': tone ?? 'none',
    hidden: count === 0 && !showZero,
  }
}

function view({
  status,
  text,
  label,
  lang,
}: {
  status: BadgeView['data-status']
  text: string
  label: string
  lang: string | undefined
}): BadgeView {
  return { text, 'aria-label': label, title: label, lang, 'data-status': status, 'data-tone': 'none' }
}

type Spoken = Pick<Words, 'comma' | 'unanswered'> & {
  lang?: string | undefined
  badge: Omit<Words['badge'], 'unknown'>
}

/** Fills in English words, and nothing for those that are on their way. */
function read(words: WordsState): Spoken {
  if (typeof words === 'string') return /^en\b/i.test(words) ? badgeWords : silent
  return { ...badgeWords, ...words, badge: { ...badgeWords.badge, ...words?.badge } }
}

const silent: Spoken = { unanswered: { other: '' }, badge: { error: '', stale: '' }, comma: ' ' }
