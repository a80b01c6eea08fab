// What a server tells that is none of these would break the page: it is not let in.

/** Whether it is about a dialogue. */
export function isOfChat(value: unknown): boolean {
  return isRecord(value) && typeof value.chatType === 'string' && typeof value.chatId === 'string'
}

/** Whether it is a list of things. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isRecord)
}

/** Whether it is everything a window shows. */
export function hasLists(value: unknown): boolean {
  return isRecord(value) && isList(value.chats) && isList(value.channels)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
