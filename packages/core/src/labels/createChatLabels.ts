import type { ChatErrorCode } from '../ChatError.ts'

/** Texts of a chat window. */
export interface ChatLabels {
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
  /** Shown before an id by which the CRM's developers find the request. */
  requestId: string
  /** Reasons why a window did not open. */
  errors: Record<ChatErrorCode, string>
}

/** Your own texts, e.g. translations. Missing ones stay English. */
export interface ChatLabelOverrides extends Partial<Omit<ChatLabels, 'errors'>> {
  errors?: Partial<ChatLabels['errors']>
}

/** Returns the texts of a chat window: yours where given, English otherwise. */
export function createChatLabels(overrides: ChatLabelOverrides = {}): ChatLabels {
  return { ...english, ...overrides, errors: { ...english.errors, ...overrides.errors } }
}

const english: ChatLabels = {
  loading: 'Opening the chat…',
  failed: 'The chat did not open',
  retry: 'Try again',
  offline: 'You are offline. New messages will appear once you are back.',
  help: 'More about this',
  doubt: 'Not loading? Try again',
  elsewhere: 'These chats are open in another place on this page.',
  showHere: 'Show them here',
  requestId: 'Request',
  errors: {
    invalid_request: 'This chat is not set up correctly.',
    unauthenticated: 'You are signed out. Sign in again to see your chats.',
    forbidden: 'You may not open this chat.',
    foreign_origin: 'This page is not allowed to open chats. Tell your administrator.',
    not_found: 'The chat service was not found at its address. Tell your administrator.',
    not_supported: 'The messenger service does not offer this.',
    identity_unavailable: 'The server could not check who you are. Try again in a moment.',
    busy: 'The server is busy. Try again in a moment.',
    method_not_allowed: 'The chat service did not understand the request. Tell your administrator.',
    too_large: 'There are too many chats to open at once.',
    unsupported_media_type: 'The chat service did not understand the request. Tell your administrator.',
    rate_limited: 'Too many requests right now. Wait a moment and try again.',
    internal: 'Something went wrong on our side.',
    upstream_auth: 'The messenger service refused our key. Tell your administrator.',
    upstream_refused: 'The messenger service refused to open this chat.',
    upstream_invalid: 'The messenger service sent an unexpected response.',
    upstream_unavailable: 'The messenger service cannot be reached right now.',
    upstream_timeout: 'The messenger service took too long to respond.',
    outcome_unknown: 'We could not confirm whether this went through.',
    network: 'The server cannot be reached. Check your connection.',
    invalid_answer: 'The server sent an unexpected response. Tell your administrator.',
    frame_timeout: 'The messenger took too long to load.',
    frame_unreachable: 'The messenger cannot be reached from this browser. Check your connection.',
    frame_empty: 'The messenger sent an empty page.',
    frame_failed: 'The messenger has a problem right now. Try again in a moment.',
    frame_refused: 'The messenger does not allow this page to show it. Tell your administrator.',
    frame_blocked: "This page's security policy blocks the messenger. Tell your administrator.",
  },
}
