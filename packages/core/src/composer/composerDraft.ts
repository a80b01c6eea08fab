import { parseJson } from '../parseJson.ts'
import type { ComposerState } from './composerState.ts'
import { type KeyboardDraft, parseKeyboardDraft } from './keyboard/keyboardDraft.ts'

/** Part of a draft that survives a reload. Files do not. */
export interface KeptDraft {
  text: string
  keyboard: KeyboardDraft | null
  /** Id of the message, if it was on its way already: sent again as it is, it cannot arrive twice. */
  clientMessageId: string | null
}

const empty: KeptDraft = { text: '', keyboard: null, clientMessageId: null }

/** Writes a draft for the storage; an empty one is an empty text. */
export function writeDraft(draft: KeptDraft): string {
  return draft.text.trim() === '' && !draft.keyboard ? '' : JSON.stringify(draft)
}

/** Reads a draft of the storage; anything else is an empty one. */
export function readDraft(kept: string): KeptDraft {
  const { text, keyboard, clientMessageId } = Object(parseJson(kept))
  if (typeof text !== 'string') return empty
  const id = typeof clientMessageId === 'string' ? clientMessageId : null
  return { text, keyboard: parseKeyboardDraft(keyboard) ?? null, clientMessageId: id }
}

/** The draft of a state. */
export function toDraft({ text, keyboard }: Pick<ComposerState, 'text' | 'keyboard'>): KeptDraft {
  return { text, keyboard, clientMessageId: null }
}
