import type { OutboxContent } from '../conversation/conversationState.ts'
import { parseJson } from '../parseJson.ts'
import type { ComposerState } from './composerState.ts'
import { type KeyboardDraft, parseKeyboardDraft } from './keyboard/keyboardDraft.ts'
import type { ComposerRecipient } from './recipients.ts'

/** Part of a draft that survives a reload. Files do not. */
export interface KeptDraft {
  text: string
  keyboard: KeyboardDraft | null
  /** Message that it was, if that one was on its way already. */
  message: KeptMessage | null
}

/** Part of a request that a text and its buttons do not show. */
export interface KeptRequest {
  /** True for one to a number or a name, which may be that of a dialogue by now. */
  isNew: boolean
  channelId: string | null
  quotedMessageId: string | null
  keepUnanswered: boolean
  /** The text is that of a file, which is not kept. */
  hasFile: boolean
}

/** A message that was on its way. */
export interface KeptMessage extends KeptRequest {
  /** Id of the request: sent again as it is, it cannot arrive twice. Another request with this id is refused. */
  clientMessageId: string
}

const empty: KeptDraft = { text: '', keyboard: null, message: null }

/** Writes a draft for the storage; an empty one is an empty text. */
export function writeDraft(draft: KeptDraft): string {
  return draft.text.trim() === '' && !draft.keyboard ? '' : JSON.stringify(draft)
}

/** Reads a draft of the storage; anything else is an empty one. */
export function readDraft(kept: string): KeptDraft {
  const { text, keyboard, message } = Object(parseJson(kept))
  if (typeof text !== 'string') return empty
  return { text, keyboard: parseKeyboardDraft(keyboard) ?? null, message: parseMessage(message) }
}

function parseMessage(message: unknown): KeptMessage | null {
  const { clientMessageId, isNew, channelId, quotedMessageId, keepUnanswered, hasFile } = Object(message)
  if (typeof clientMessageId !== 'string') return null
  return {
    clientMessageId,
    isNew: isNew === true,
    channelId: typeof channelId === 'string' ? channelId : null,
    quotedMessageId: typeof quotedMessageId === 'string' ? quotedMessageId : null,
    keepUnanswered: keepUnanswered === true,
    hasFile: hasFile === true,
  }
}

/** The draft of a state. */
export function toDraft({ text, keyboard }: Pick<ComposerState, 'text' | 'keyboard'>): KeptDraft {
  return { text, keyboard, message: null }
}

/** The request of a content to a recipient. */
export function toRequest({ isNew }: ComposerRecipient, content: OutboxContent): KeptRequest {
  const { channelId = null, quotedMessageId = null, keepUnanswered = false, file } = content
  return { isNew, channelId, quotedMessageId, keepUnanswered, hasFile: file !== undefined }
}

/** Tells if two requests are the same but for their text and buttons. Two with a file are not. */
export function isSameRequest(one: KeptRequest, other: KeptRequest): boolean {
  return (
    !one.hasFile &&
    !other.hasFile &&
    one.isNew === other.isNew &&
    one.channelId === other.channelId &&
    one.quotedMessageId === other.quotedMessageId &&
    one.keepUnanswered === other.keepUnanswered
  )
}
