import type { ConversationMessage } from './conversationMessage.ts'
import type { ConversationAction, ConversationChannel, MessageChange } from './conversationSource.ts'
import type { ConversationState, ReadyThread } from './conversationState.ts'

/** Returns true if the source lets the user do this at present. */
export function isAllowed({ allowed }: Pick<ConversationState, 'allowed'>, action: ConversationAction): boolean {
  return allowed.can.includes(action)
}

/** Returns the source's time in Unix milliseconds. */
export function toNow({ allowed }: Pick<ConversationState, 'allowed'>): number {
  return Date.now() + allowed.clockOffsetMs
}

/** Finds the channel for replies: the chosen one, else that of the latest message, else the first that works. */
export function findChannel({
  allowed: { channels },
  channelId,
  thread,
}: Pick<ConversationState, 'allowed' | 'channelId' | 'thread'>): ConversationChannel | undefined {
  const find = (wanted: string | null | undefined) => channels.find(({ id }) => id === wanted)
  const latest = thread.status === 'ready' && !thread.hasLater ? thread.messages.at(-1) : undefined
  return find(channelId) ?? find(latest?.channelId) ?? channels.find(({ works, isFitting }) => works && isFitting)
}

/** Returns the characters of the longest text for a message through a channel. */
export function findLongestText(
  { allowed }: Pick<ConversationState, 'allowed'>,
  channel: ConversationChannel | undefined,
): number {
  return Math.min(allowed.longestText, channel?.longestText ?? allowed.longestText)
}

/** The closed reply window of a channel: the time after which it closed, and what is accepted now. */
export interface ClosedWindow {
  ms: number
  afterwards: 'templates' | 'nothing'
  messenger: string
}

/** Finds out that the messenger accepts no free replies any more. Undefined while it does, or while nobody knows. */
export function findClosed(
  state: Pick<ConversationState, 'allowed' | 'channelId' | 'thread'>,
): ClosedWindow | undefined {
  const channel = findChannel(state)
  if (!channel?.replyWindow || state.thread.status !== 'ready') return undefined
  const { ms, afterwards } = channel.replyWindow
  const heardAt = state.thread.heardAt[channel.id]
  if (heardAt === undefined && !isComplete(state.thread)) return undefined // The vendor decides.
  if (toNow(state) - (heardAt ?? 0) <= ms) return undefined
  return { ms, afterwards, messenger: channel.messenger }
}

/** Returns true if no message of the customer can be one that is not loaded, or one of an unknown channel. */
function isComplete({ hasEarlier, hasLater, messages }: ReadyThread): boolean {
  const isUnknown = messages.some(({ direction, channelId }) => direction === 'incoming' && channelId === null)
  return !hasEarlier && !hasLater && !isUnknown
}

/** Changes to one message that are allowed now. */
export interface AllowedChanges {
  edit: boolean
  /** Its file can be replaced by another one. */
  file: boolean
  remove: boolean
}

/** Finds out if a message can be edited or deleted: our own, for as long as its messenger allows. */
export function findChanges(
  { allowed }: Pick<ConversationState, 'allowed'>,
  { direction, channelId, sentAt, file, buttons, isDeleted, status }: ConversationMessage,
): AllowedChanges {
  const channel = allowed.channels.find(({ id }) => id === channelId)
  const isOpen =
    direction === 'outgoing' &&
    !isDeleted &&
    status !== 'pending' &&
    channel !== undefined &&
    toNow({ allowed }) - sentAt < channel.changeableMs
  const can = (action: ConversationAction, change: MessageChange): boolean =>
    isOpen && allowed.can.includes(action) && channel.changes.includes(change)
  const edit = can('edit', file ? 'content' : 'text') && !buttons
  const isReplaceable = file !== null && allowed.can.includes('replace') && allowed.can.includes('file')
  return { edit, file: edit && isReplaceable, remove: can('delete', 'delete') }
}
