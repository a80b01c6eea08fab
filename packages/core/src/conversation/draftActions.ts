import type { ConversationSource } from './conversationSource.ts'
import type { ConversationState, Focus } from './conversationState.ts'
import type { ConversationStore } from './conversationStore.ts'
import type { Drafts } from './drafts.ts'

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

/** Creates the actions on a message before it is sent. */
export function createDraftActions({
  store,
  source,
  drafts,
}: {
  store: ConversationStore
  source: ConversationSource
  drafts: Drafts
}): { draftActions: DraftActions; setUser: (userId: string) => void } {
  const set = (part: Partial<ConversationState>): void => store.update((state) => ({ ...state, ...part }))
  /** Place of the draft, once the user is known. */
  let name: string | undefined
  const keep = (text: string): void => {
    if (name !== undefined) drafts.keep(name, text)
  }
  /** The new message while another one is edited. */
  let aside: Pick<ConversationState, 'draft' | 'attachment'> = { draft: '', attachment: null }

  /** Shows what the user wrote before the page was reloaded, unless there is something by now. */
  function setUser(userId: string): void {
    const own = `${source.key} ${userId}`
    if (own === name) return
    const isOther = name !== undefined
    name = own
    const { draft, focus } = store.getState()
    if (focus?.kind === 'edit') return
    if (draft === '' || isOther) set({ draft: drafts.read(own) })
    else keep(draft)
  }

  const draftActions: DraftActions = {
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
      const { draft, attachment, focus: before } = store.getState()
      if (focus?.kind === 'edit') {
        if (before?.kind !== 'edit') aside = { draft, attachment }
        set({ focus, draft: focus.message.text ?? '', attachment: null })
      } else if (before?.kind === 'edit') {
        set({ focus, ...aside })
        aside = { draft: '', attachment: null }
      } else set({ focus })
    },
    chooseChannel: (channelId) => set({ channelId }),
  }
  return { draftActions, setUser }
}
