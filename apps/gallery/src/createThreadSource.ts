import type { Allowed, ConversationMessage, ConversationSource } from '@crm-chat/react/conversation'

/** State that a conversation's source is in. `stale`: its messages can be read once. */
export type ThreadState = 'ready' | 'loading' | 'failed' | 'forbidden' | 'lost' | 'stale' | 'ended'

/** Options of {@link createThreadSource}. */
export interface ThreadSourceOptions {
  state: ThreadState
  messages: readonly Partial<ConversationMessage>[]
  /** Parts of what is allowed that differ. */
  allowed?: Partial<Allowed>
  unanswered?: number
  /** Outcome of what is sent, edited or deleted. */
  outcome?: 'done' | 'refused' | 'unconfirmed' | 'pending'
}

/** The page's time, so that a picture of another day is the same. */
export const now = Date.UTC(2026, 4, 29, 15, 30)
const minuteMs = 60_000

/** Makes a conversation that needs no proxy. The messages stand before `now`, each some minutes after the one before. */
export function createThreadSource(options: ThreadSourceOptions): ConversationSource {
  const { state, unanswered = 0, outcome = 'done' } = options
  const all = options.messages.map((part, index) => toMessage({ part, index, count: options.messages.length }))
  let isRead = false
  const carryOut = async <Result>(result: Result) => {
    if (outcome === 'pending') return new Promise<never>(() => undefined)
    if (outcome === 'done') return { ok: true as const, result }
    const error =
      outcome === 'unconfirmed'
        ? { message: 'The messenger service did not confirm it.', code: 'outcome_unknown', unconfirmed: true }
        : {
            message: 'The messenger service refused this.',
            code: 'upstream_refused',
            detail: 'The channel is switched off.',
          }
    return { ok: false as const, error }
  }
  return {
    key: 'gallery',
    subscribe(listener) {
      listener({ type: 'allowed', allowed: { ...everything(), ...options.allowed } })
      if (state === 'loading') return () => undefined
      listener({ type: 'live' })
      listener({ type: 'unanswered', count: unanswered })
      if (state === 'lost') listener({ type: 'lost' })
      if (state === 'ended') listener({ type: 'ended' })
      return () => undefined
    },
    async fetchPage() {
      if (state === 'stale' && isRead)
        return { ok: false, error: { message: 'The service cannot be reached.', code: 'upstream_unavailable' } }
      isRead = true
      if (state === 'failed')
        return {
          ok: false,
          error: { message: 'The server cannot be reached. Check your connection.', code: 'network' },
        }
      if (state === 'forbidden')
        return { ok: false, error: { message: 'You may not do this in this chat.', code: 'forbidden' } }
      const heardAt = Object.fromEntries(
        all.flatMap(({ direction, channelId, sentAt }) =>
          direction === 'incoming' && channelId ? [[channelId, sentAt]] : [],
        ),
      )
      return { ok: true, result: { messages: all, hasEarlier: false, hasLater: false, heardAt } }
    },
    send: ({ clientMessageId }) => carryOut({ messageId: clientMessageId }),
    edit: ({ message }) => carryOut({ messageId: message.id }),
    remove: (message) => carryOut({ messageId: message.id }),
    react: () => carryOut(null),
    fetchTemplates: async () => ({ ok: true, result: [] }),
    search: async (text) => ({
      ok: true,
      result: {
        messages: all.filter((message) => message.text?.toLowerCase().includes(text.toLowerCase())).reverse(),
        hasMore: false,
      },
    }),
  }
}

function everything(): Allowed {
  return {
    can: ['send', 'file', 'quote', 'edit', 'delete', 'react', 'search', 'date', 'template'],
    channels: [
      {
        id: 'one',
        name: '+46 70 555 01 01 · WhatsApp',
        messenger: 'WhatsApp',
        works: true,
        isFitting: true,
        changes: ['text', 'content', 'delete'],
        changeableMs: 15 * minuteMs,
      },
    ],
    largestFileBytes: 16_000_000,
    longestText: 10_000,
    clockOffsetMs: now - Date.now(),
    userId: '7',
  }
}

interface Place {
  part: Partial<ConversationMessage>
  index: number
  count: number
}

function toMessage({ part, index, count }: Place): ConversationMessage {
  const direction = part.direction ?? 'incoming'
  return {
    id: `m${index}`,
    order: index,
    channelId: 'one',
    direction,
    type: 'text',
    text: null,
    file: null,
    status: direction === 'outgoing' ? 'read' : null,
    failure: null,
    explanation: null,
    authorName: direction === 'outgoing' ? 'Kate Moreau' : null,
    quotedMessageId: null,
    clientMessageId: null,
    template: null,
    buttons: null,
    reactions: [],
    sentAt: now - (count - index) * 4 * minuteMs,
    isEdited: false,
    isDeleted: false,
    ...part,
  }
}
