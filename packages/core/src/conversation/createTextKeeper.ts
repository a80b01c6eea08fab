import { parseJson } from '../parseJson.ts'
import type { OutboxItem } from './conversationState.ts'
import type { ConversationStore } from './conversationStore.ts'
import type { Drafts } from './drafts.ts'

/** Keeps the texts of the outbox for when the conversation is opened again. Files and templates last as long as the page. */
export interface TextKeeper {
  /** Shows the texts of the user that were neither accepted nor discarded. */
  setUser: (userId: string) => void
  /** Keeps the texts of the outbox as it is now. To be called after each change of the state. */
  follow: () => void
}

/** Parameters of {@link createTextKeeper}. */
export interface TextKeeperParameters {
  store: ConversationStore
  drafts: Drafts
  /** Name of the conversation among all that a user sees. */
  key: string
}

/** Makes a {@link TextKeeper}. */
export function createTextKeeper({ store, drafts, key }: TextKeeperParameters): TextKeeper {
  /** Place of the texts once the user is known; null after another user has signed in. */
  let name: string | null | undefined
  let followed: readonly OutboxItem[] = []

  function follow(): void {
    const { outbox } = store.getState()
    if (typeof name !== 'string' || outbox === followed) return
    const own = new Set([...followed, ...outbox].map(({ clientMessageId }) => clientMessageId))
    followed = outbox
    const others = readTexts(drafts.read(name)).filter(({ clientMessageId }) => !own.has(clientMessageId))
    const texts = [...others, ...outbox.filter(isText)]
    drafts.keep(name, texts.length === 0 ? '' : JSON.stringify(texts))
  }

  return {
    follow,
    setUser(userId) {
      const own = `outbox ${key} ${userId}`
      if (name !== undefined) {
        if (name !== own) name = null
        return
      }
      name = own
      const texts = readTexts(drafts.read(own))
      if (texts.length > 0) store.update((state) => ({ ...state, outbox: [...texts, ...state.outbox] }))
      follow()
    },
  }
}

function isText({ content, preview }: OutboxItem): boolean {
  return content.text !== undefined && !content.file && !content.template && preview === null
}

/** Reads kept texts. Nobody knows the outcome of one that was on its way. */
function readTexts(kept: string): OutboxItem[] {
  const all: unknown = parseJson(kept)
  return Array.isArray(all) ? all.filter(isItem).map(toUnconfirmed) : []
}

function isItem(value: unknown): value is OutboxItem {
  const { clientMessageId, content, sentAt, status } = Object(value)
  return (
    [clientMessageId, Object(content).text, status].every((one) => typeof one === 'string') && Number.isFinite(sentAt)
  )
}

function toUnconfirmed(item: OutboxItem): OutboxItem {
  return item.status === 'sending' ? { ...item, status: 'unconfirmed' } : item
}
