import type { ChatErrorCode } from '../ChatError.ts'
import type { ChatLabels } from '../labels/createChatLabels.ts'

/** All words of both kits in one language. A phrase with a number has one form for each category of the language's plural. */
export interface LocaleTexts extends Omit<ChatLabels, 'errors'> {
  /** Name of a window. */
  chat: string
  /** Name of a panel with all chats. */
  chats: string
  open: string
  close: string
  /** Phrase of a badge, with `{count}` in it. */
  unanswered: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
  badge: { unknown: string; error: string; stale: string }
  errors: Record<ChatErrorCode, string>
}
