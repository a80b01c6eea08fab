import type { ChatLabelOverrides } from '../labels/createChatLabels.ts'
import type { BadgeLabel, BadgeLabels } from './badge/badgeView.ts'

/** Own words for a launcher: its button's, its badge's and its window's. Missing ones stay English. */
export interface ChatLauncherLabels extends ChatLabelOverrides {
  /** @default 'Open chats' */
  open?: string | undefined
  /** @default 'Close chats' */
  close?: string | undefined
  /** The badge's phrase. @default '{count} unanswered' */
  unanswered?: BadgeLabel | undefined
  /** The badge's other words. */
  badge?: BadgeLabels | undefined
}

/** Words of a launcher, by the component that shows them. */
export interface LauncherWords {
  open: string
  close: string
  badge: { label: BadgeLabel | undefined; labels: BadgeLabels | undefined }
  window: ChatLabelOverrides
}

/** Sorts the words of a launcher by component, and fills in English ones. */
export function toLauncherWords({ open, close, unanswered, badge, ...window }: ChatLauncherLabels): LauncherWords {
  return {
    open: open ?? 'Open chats',
    close: close ?? 'Close chats',
    badge: { label: unanswered, labels: badge },
    window,
  }
}
