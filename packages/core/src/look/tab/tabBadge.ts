import type { ChatClient } from '../../createChat.ts'
import type { Store } from '../../createStore.ts'
import type { WordsState } from '../../words/words.ts'
import type { BadgeLabel } from '../badge/badgeLabel.ts'

/** Options of a tab badge. */
export interface TabBadgeOptions {
  chat: ChatClient
  /** Places to mark, separated by spaces. @default 'title icon app' */
  places?: string | undefined
  /** Highest number in the title. @default 99 */
  max?: number | undefined
  /** Plays a short tone when there are more messages for the user. @default false */
  sound?: boolean | undefined
  /** Shows a notification of the system then, under this title, or under 'New messages' for true. @default false */
  notification?: boolean | string | undefined
  /** Words of its language. @default those of the client */
  words?: Store<WordsState> | undefined
  /** Text of the notification, with `{count}` in it, or a function of the count. @default '{count} unanswered' */
  label?: BadgeLabel | undefined
}

/** A tab badge as its parts see it. */
export interface RunningTabBadge extends TabBadgeOptions {
  words: Store<WordsState>
  /** The phrase of the current number. */
  toPhrase: () => string
  /** Ends it. */
  signal: AbortSignal
}
