import type { Drafts } from '../conversation/drafts.ts'
import type { OwnStore } from '../createStore.ts'
import {
  isSameRequest,
  type KeptDraft,
  type KeptMessage,
  type KeptRequest,
  readDraft,
  toDraft,
  writeDraft,
} from './composerDraft.ts'
import { findRecipient } from './composerRules.ts'
import type { ComposerItem, ComposerState } from './composerState.ts'
import { type ComposerRecipient, toRecipientKey } from './recipients.ts'

/** Keeps what is written for when the page is reloaded, by user and recipient. */
export interface DraftKeeper {
  /** Looks for the draft of another user or recipient. To be called after each change of the state. */
  follow: () => void
  /** Empties the draft for another person, and leaves it kept for this one. */
  leave: () => void
  /** Changes what is written: it is another message then. */
  write: (part: Partial<Pick<ComposerState, 'text' | 'keyboard'>>) => void
  /** Finds the id of the message that the draft was on its way as when the page was reloaded, if it is the same request. */
  findId: (request: KeptRequest) => string | undefined
  /** Empties the draft, and keeps its text with the message until that one is done. */
  send: (message: KeptMessage) => void
  /** Keeps the text of a message that is sent again under another id. */
  renew: (parameters: { item: ComposerItem; next: ComposerItem }) => void
  /** Forgets a message that was accepted or discarded. */
  forget: (item: ComposerItem) => void
}

/** Parameters of {@link createDraftKeeper}. */
export interface DraftKeeperParameters {
  store: OwnStore<ComposerState>
  drafts: Drafts
  /** Name of the server among all that a user sees. */
  key: string
}

/** Makes a {@link DraftKeeper}. */
export function createDraftKeeper({ store, drafts, key }: DraftKeeperParameters): DraftKeeper {
  const { getState, setState } = store
  let restored: KeptMessage | null = null
  /** Place of the draft, once the user and the recipient are known. */
  let place: { name: string; userId: string } | undefined

  function toPlace(recipient: ComposerRecipient): typeof place {
    const { allowed } = getState()
    if (!allowed) return undefined
    return { name: `composer ${key} ${allowed.userId} ${toRecipientKey(recipient)}`, userId: allowed.userId }
  }

  function keep(text: string): void {
    if (place) drafts.keep(place.name, text)
  }

  function write(part: Partial<Pick<ComposerState, 'text' | 'keyboard'>>): void {
    restored = null
    setState({ ...getState(), ...part })
    keep(writeDraft(toDraft(getState())))
  }

  /** Finds what is kept of a message, unless something else was written since. */
  function findKept({ recipient, clientMessageId }: ComposerItem): { name: string; draft: KeptDraft } | undefined {
    const name = toPlace(recipient)?.name
    const draft = name === undefined ? undefined : readDraft(drafts.read(name))
    return name !== undefined && draft?.message?.clientMessageId === clientMessageId ? { name, draft } : undefined
  }

  return {
    follow() {
      const recipient = findRecipient(getState())
      const next = recipient && toPlace(recipient)
      if (!next || next.name === place?.name) return
      const written = writeDraft(toDraft(getState()))
      if (written !== '' && (place === undefined || place.userId === next.userId)) {
        keep('') // What is written goes along, as another message.
        restored = null
        place = next
        keep(written)
        return
      }
      place = next
      const { text, keyboard, message } = readDraft(drafts.read(next.name))
      restored = message
      setState({ ...getState(), text, keyboard, ...(message && toSettings(message)) })
    },
    leave() {
      if (!place) return
      restored = null
      place = undefined
      setState({ ...getState(), text: '', keyboard: null })
    },
    write,
    findId: (request) => (restored && isSameRequest(restored, request) ? restored.clientMessageId : undefined),
    send(message) {
      const sent = toDraft(getState())
      write({ text: '', keyboard: null })
      if (sent.text.trim() !== '') keep(writeDraft({ ...sent, message }))
    },
    renew({ item, next: { clientMessageId } }) {
      const kept = findKept(item)
      const message = kept?.draft.message
      if (kept && message)
        drafts.keep(kept.name, writeDraft({ ...kept.draft, message: { ...message, clientMessageId } }))
    },
    forget(item) {
      const kept = findKept(item)
      if (kept) drafts.keep(kept.name, '')
    },
  }
}

/** Settings that a message is sent again with. */
function toSettings({ channelId, keepUnanswered }: KeptMessage): Pick<ComposerState, 'channelId' | 'keepUnanswered'> {
  return { channelId, keepUnanswered }
}
