import type { OutboxPreview } from '../conversation/conversationMessage.ts'
import type { SentMessage, StatusChange } from '../conversation/conversationSource.ts'
import type { OutboxContent } from '../conversation/conversationState.ts'
import { createOutbox, type Outbox } from '../conversation/createOutbox.ts'
import type { OwnStore } from '../createStore.ts'
import type { ComposerSource } from './composerSource.ts'
import type { ComposerItem, ComposerState } from './composerState.ts'
import type { ComposerRecipient } from './recipients.ts'
import { isAccepted, isOf, withStatus } from './statuses.ts'

/** Messages that a composer has sent, with what became of them. */
export interface ComposerOutbox extends Omit<Outbox<ComposerItem>, 'send'> {
  send: (message: ComposerMessage) => Promise<void>
  /** Applies a status of a message, which may come before the composer knows that it was accepted. */
  applyStatus: (change: StatusChange) => void
  /** Reads the statuses that may have been missed. */
  refresh: () => void
}

/** A message for {@link ComposerOutbox.send}. */
export interface ComposerMessage {
  recipient: ComposerRecipient
  content: OutboxContent
  preview?: OutboxPreview | undefined
  clientMessageId?: string | undefined
  after?: Promise<void> | undefined
}

/** Parameters of {@link createComposerOutbox}. */
export interface ComposerOutboxParameters {
  store: OwnStore<ComposerState>
  source: ComposerSource
  /** Called with a message that is not to be written again: it was accepted, or the user does not want it. */
  onDone: (item: ComposerItem, outcome: 'accepted' | 'discarded') => void
}

/** Most messages that are shown, and most statuses that wait for theirs. */
const mostItems = 30
const mostEarly = 50

/** Makes the outbox of a composer. */
export function createComposerOutbox({ store, source, onDone }: ComposerOutboxParameters): ComposerOutbox {
  let early: StatusChange[] = []
  const setItems = (update: (items: readonly ComposerItem[]) => readonly ComposerItem[]): void => {
    const state = store.getState()
    store.setState({ ...state, items: update(state.items) })
  }
  const replace = (own: ComposerItem): void =>
    setItems((items) => items.map((item) => (item.clientMessageId === own.clientMessageId ? own : item)))

  function accept(item: ComposerItem, result: SentMessage): void {
    const messageId = 'message' in result ? result.message.id : result.messageId
    const status = 'message' in result ? (result.message.status ?? 'sent') : 'pending'
    const accepted: ComposerItem = { ...item, status, messageIds: [messageId], progress: null }
    replace(early.filter((change) => isOf(change, accepted)).reduce(withStatus, accepted))
    early = early.filter((change) => !isOf(change, accepted))
    onDone(accepted, 'accepted')
  }

  const outbox = createOutbox<ComposerItem>({
    change: (update) => setItems((items) => prune(update(items))),
    now: () => Date.now() + (store.getState().allowed?.clockOffsetMs ?? 0),
    send: (item, message) => {
      const onUpload = (progress: number): void => {
        const isNow = (other: ComposerItem): boolean =>
          other.clientMessageId === item.clientMessageId && other.status === 'sending'
        setItems((items) => items.map((other) => (isNow(other) ? { ...other, progress } : other)))
      }
      return source.send({ to: item.recipient.to, message, onUpload })
    },
    onAccepted: accept,
  })

  function applyStatus(change: StatusChange): void {
    const { items } = store.getState()
    if (items.some((item) => isAccepted(item) && isOf(change, item)))
      setItems((all) => all.map((item) => withStatus(item, change)))
    else if (!items.every(isAccepted)) early = [...early, change].slice(-mostEarly)
  }

  async function refresh(): Promise<void> {
    const open = store.getState().items.filter((item) => isAccepted(item) && item.status !== 'read')
    const recipients = new Map(open.map(({ recipient }) => [JSON.stringify(recipient.to), recipient.to]))
    for (const to of recipients.values()) {
      const outcome = await source.fetchStatuses?.(to)
      if (outcome?.ok) outcome.result.forEach(applyStatus)
    }
  }

  return {
    send: ({ recipient, ...message }) => outbox.send({ ...message, recipient, messageIds: [], progress: null }),
    retry: outbox.retry,
    discard(item) {
      outbox.discard(item)
      onDone(item, 'discarded')
    },
    applyStatus,
    refresh: () => void refresh(),
  }
}

/** Leaves out the oldest ones: those that were accepted first. */
function prune(items: readonly ComposerItem[]): readonly ComposerItem[] {
  if (items.length <= mostItems) return items
  const oldest = items.find(isAccepted) ?? items.find(({ status }) => status !== 'sending')
  return items.filter((item) => item !== oldest)
}
