import type { ChatErrorCode } from '../ChatError.ts'

/** Texts of a chat window. */
export interface ChatLabels {
  /** Name of a window with the chats of one card. */
  chat: string
  /** Name of a panel with chats. */
  chats: string
  /** Button that opens a panel. */
  open: string
  /** Button that closes it. */
  close: string
  loading: string
  /** Heading above the reason. */
  failed: string
  retry: string
  /** Shown above a window while the browser has no network. */
  offline: string
  /** Link to the page that explains why a window did not open. */
  help: string
  /** Button below a window that may show an error instead of the messenger. */
  doubt: string
  /** Shown in place of a frame that another window of the page has. */
  elsewhere: string
  /** Button that brings it back. */
  showHere: string
  /** Shown in place of a window for a card without chats. */
  empty: string
  /** Shown before an id by which the CRM's developers find the request. */
  requestId: string
  /** Reasons why a window did not open, in place of those of its state. */
  errors: Partial<Record<ChatErrorCode, string>>
}

/** Your own texts, e.g. translations. Missing ones stay English. */
export type ChatLabelOverrides = { [Name in keyof ChatLabels]?: ChatLabels[Name] | undefined }

/** Returns the texts of a chat window: yours where given, English otherwise. */
export function createChatLabels(overrides: ChatLabelOverrides = {}): ChatLabels {
  const own = Object.fromEntries(Object.entries(overrides).filter(([, text]) => text !== undefined))
  return { ...english, ...own }
}

const english: ChatLabels = {
  chat: 'Chat',
  chats: 'Chats',
  open: 'Open chats',
  close: 'Close chats',
  loading: 'Opening the chat…',
  failed: 'The chat did not open',
  retry: 'Try again',
  offline: 'You are offline. New messages will appear once you are back.',
  help: 'More about this',
  doubt: 'Not loading? Try again',
  elsewhere: 'These chats are open in another place on this page.',
  showHere: 'Show them here',
  empty: 'There are no chats here yet.',
  requestId: 'Request',
  errors: {},
}
