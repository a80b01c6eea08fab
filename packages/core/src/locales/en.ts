import { unknownBadge } from '../look/badge/badgePart.ts'
import { badgeWords } from '../look/badge/badgeView.ts'
import { newMessages } from '../look/tab/callUser.ts'
import { english } from '../words/english.ts'
import { errorReasons } from '../words/errorReasons.ts'
import type { Words } from '../words/words.ts'

/** English. */
export const en: Words = {
  lang: 'en',
  dir: 'ltr',
  ...english,
  ...badgeWords,
  unanswered: { one: badgeWords.unanswered.other, ...badgeWords.unanswered },
  badge: { ...badgeWords.badge, unknown: unknownBadge(undefined, undefined).title },
  newMessages,
  errors: errorReasons,
}
