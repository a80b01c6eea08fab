import type { OutboxPreview } from './conversationMessage.ts'
import type { NewMessage, Outcome, SentMessage } from './conversationSource.ts'
import type { OutboxContent, OutboxItem } from './conversationState.ts'
import { createId } from './createId.ts'

/** An item of an outbox, which may have further statuses. */
export type AnyItem = Omit<OutboxItem, 'status'> & { status: string }

/** Messages that wait for their outcome. */
export interface Outbox<Item extends AnyItem> {
  /** Sends a message, after another one where the order counts. Resolves with its outcome, whatever it is. */
  send: (message: Omit<Item, keyof OutboxItem> & OutboxSend) => Promise<void>
  /** Sends a message again that failed. */
  retry: (item: Item) => void
  discard: (item: Item) => void
}

/** A message for {@link Outbox.send}. */
export interface OutboxSend {
  content: OutboxContent
  preview?: OutboxPreview | undefined
  /** Id for it. @default a new one */
  clientMessageId?: string | undefined
  after?: Promise<void> | undefined
}

/** Parameters of {@link createOutbox}. */
export interface OutboxParameters<Item extends AnyItem> {
  /** Changes the list that the state has. */
  change: (update: (outbox: readonly Item[]) => readonly Item[]) => void
  /** Returns the source's time in Unix milliseconds. */
  now: () => number
  send: (item: Item, message: NewMessage) => Promise<Outcome<SentMessage>> | undefined
  onAccepted: (item: Item, result: SentMessage) => void
}

/**
 * Makes an outbox. A message keeps its id when it is sent again, so that it cannot arrive twice, unless the source says that its
 * outcome stays unknown: then the user alone decides, and it is another message.
 */
export function createOutbox<Item extends AnyItem>({
  change,
  now,
  send,
  onAccepted,
}: OutboxParameters<Item>): Outbox<Item> {
  const replace = (item: Item, id = item.clientMessageId): void =>
    change((outbox) => outbox.map((other) => (other.clientMessageId === id ? item : other)))

  async function deliver(item: Item): Promise<void> {
    const { content, clientMessageId } = item
    const sending: Item = { ...item, status: 'sending', reason: null, code: null, detail: null, isFinal: false }
    replace(sending)
    const outcome: Outcome<SentMessage> =
      (await send(sending, { ...content, clientMessageId })?.catch(toFailure)) ?? toFailure('')
    if (outcome.ok) return onAccepted(sending, outcome.result)
    const { message, unconfirmed, code = null, detail = null, isFinal = false } = outcome.error
    replace({ ...sending, status: unconfirmed ? 'unconfirmed' : 'failed', reason: message, code, detail, isFinal })
  }

  return {
    async send({ content, preview = null, clientMessageId = createId(), after, ...rest }) {
      const own: OutboxItem = {
        clientMessageId,
        content,
        preview,
        sentAt: now(),
        status: 'sending',
        reason: null,
        code: null,
        detail: null,
        isFinal: false,
      }
      const item = { ...rest, ...own } as unknown as Item // The rest is what an item of this kind has more.
      change((outbox) => [...outbox, item])
      if (after) await after
      await deliver(item)
    },
    retry(item) {
      const next = item.isFinal ? { ...item, clientMessageId: createId() } : item
      replace(next, item.clientMessageId)
      void deliver(next)
    },
    discard: ({ clientMessageId }) =>
      change((outbox) => outbox.filter((other) => other.clientMessageId !== clientMessageId)),
  }
}

function toFailure(error: unknown): Outcome<never> {
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, error: { message, unconfirmed: message !== '' } }
}
