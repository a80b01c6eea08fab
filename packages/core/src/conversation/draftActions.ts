import type { ConversationSource } from './conversationSource.ts'
import type { ConversationState, Focus } from './conversationState.ts'
import type { ConversationStore } from './conversationStore.ts'

/** Actions on a message before it is sent. */
export interface DraftActions {
  setDraft: (text: string) => void
  /** Attaches a file to the message in the composer; `null` removes it. */
  attach: (file: File | null) => void
  /** Starts to reply to a message or to edit it; `null` returns to a new message. */
  setFocus: (focus: Focus | null) => void
  /** Replies through another channel. */
  chooseChannel: (channelId: string) => void
}

/** A place where texts stay when the page is reloaded, e.g. `sessionStorage`. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Creates the actions on a message before it is sent. */
export function createDraftActions({
  store,
  source,
  storage,
}: {
  store: ConversationStore
  source: ConversationSource
  storage: DraftStorage | undefined
}): DraftActions {
  const set = (part: Partial<ConversationState>): void => store.update((state) => ({ ...state, ...part }))
  const keep = (text: string): void => keepDraft(storage, source.key, text)
  /** The text of a new message while another one is edited. */
  let aside = ''

  return {
    setDraft(draft) {
      set({ draft })
      if (store.getState().focus?.kind !== 'edit') keep(draft)
    },
    attach(file) {
      const { largestFileBytes } = store.getState().allowed
      if (file?.size === 0) set({ problem: { reason: { name: 'emptyFile' }, retry: null } })
      else if (file && file.size > largestFileBytes)
        set({ problem: { reason: { name: 'largeFile', bytes: largestFileBytes }, retry: null } })
      else set(file ? { attachment: file, problem: null } : { attachment: null })
    },
    setFocus(focus) {
      const { draft, focus: before } = store.getState()
      if (focus?.kind === 'edit') {
        if (before?.kind !== 'edit') aside = draft
        set({ focus, draft: focus.message.text ?? '' })
      } else if (before?.kind === 'edit') {
        set({ focus, draft: aside })
        aside = ''
      } else set({ focus })
    },
    chooseChannel: (channelId) => set({ channelId }),
  }
}

/** Storage of the tab, or none where the browser denies it, e.g. in some frames. */
export function findDraftStorage(): DraftStorage | undefined {
  try {
    return globalThis.sessionStorage
  } catch {
    return undefined
  }
}

/** Reads the draft of a conversation. */
export function readDraft(storage: DraftStorage | undefined, key: string): string {
  try {
    return storage?.getItem(toName(key)) ?? ''
  } catch {
    return ''
  }
}

function keepDraft(storage: DraftStorage | undefined, key: string, text: string): void {
  try {
    if (text.trim() === '') storage?.removeItem(toName(key))
    else storage?.setItem(toName(key), text)
  } catch {
    // The storage is full or denied: the draft lasts as long as the page.
  }
}

function toName(key: string): string {
  return `crm-chat draft ${key}`
}
