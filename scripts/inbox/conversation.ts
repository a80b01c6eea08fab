/** A chat in one messenger. */
export interface InboxChat {
  chatType: string
  chatId: string
  /** Name that the messenger shows. */
  name: string
}

/** A file beside this module. */
export interface InboxFile {
  name: string
  /** Media type. */
  type: string
}

/** One message of a past conversation. Times are minutes before the demo's first start. */
export type InboxLine =
  | { minutesAgo: number; from: 'customer'; text?: string; file?: InboxFile }
  | { minutesAgo: number; from: 'ann' | 'ben'; text?: string; file?: InboxFile }
  | { minutesAgo: number; from: 'phone'; text: string }
  | { minutesAgo: number; from: 'template'; templateId: string; channelId: string; values: string[] }

/** A past conversation, the oldest message first. */
export interface InboxConversation extends InboxChat {
  lines: InboxLine[]
  /** Members, for a group. */
  members?: { memberId: string; name: string }[]
}

/** Minutes of an hour and of a day. */
export const hour = 60
export const day = 24 * hour
