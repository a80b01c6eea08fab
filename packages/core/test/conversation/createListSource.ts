import type {
  Allowed,
  ConversationEvent,
  ConversationMessage,
  ConversationSource,
  MessagePage,
  NewMessage,
  Outcome,
  PageRequest,
  SentMessage,
} from '../../src/conversation.ts'

/** A conversation in a list, whose server the test plays. */
export interface ListSource extends ConversationSource {
  messages: ConversationMessage[]
  requests: PageRequest[]
  sent: NewMessage[]
  /** Decides about the next sends; without one, each is accepted and arrives as its message. */
  answers: ((message: NewMessage) => Promise<Outcome<SentMessage>>)[]
  emit: (event: ConversationEvent) => void
  /** Adds a message without an event, as while the connection is lost. */
  add: (message: Partial<ConversationMessage>) => ConversationMessage
}

const pageSize = 50

/** What the list allows at first. */
export const everything: Allowed = {
  can: ['send', 'file', 'caption', 'quote', 'edit', 'delete', 'react', 'read', 'search', 'jump', 'date', 'replace'],
  channels: [
    {
      id: 'one',
      name: '+79865784458 · WhatsApp',
      messenger: 'WhatsApp',
      works: true,
      isFitting: true,
      changes: ['text', 'delete'],
      changeableMs: 15 * 60_000,
    },
  ],
  largestFileBytes: 1_000,
  longestText: 10_000,
  clockOffsetMs: 0,
  userId: '7',
}

/** Makes a conversation of so many messages, a minute apart. */
export function createListSource({ count = 0 }: { count?: number } = {}): ListSource {
  const listeners = new Set<(event: ConversationEvent) => void>()
  const start = Date.now() - count * 60_000
  const source: ListSource = {
    key: 'list',
    messages: Array.from({ length: count }, (_, index) => toMessage(index, start + index * 60_000)),
    requests: [],
    sent: [],
    answers: [],
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    add(part) {
      const index = source.messages.length
      const message = { ...toMessage(index, Date.now()), ...part }
      source.messages.push(message)
      return message
    },
    subscribe(listener) {
      listeners.add(listener)
      listener({ type: 'allowed', allowed: everything })
      listener({ type: 'live' })
      return () => listeners.delete(listener)
    },
    async fetchPage(request) {
      source.requests.push(request)
      return { ok: true, result: toPage(source.messages, request) }
    },
    async send(message) {
      source.sent.push(message)
      const answer = source.answers.shift()
      if (answer) return answer(message)
      const { text = null, clientMessageId } = message
      return {
        ok: true,
        result: { message: source.add({ text, clientMessageId, direction: 'outgoing', status: 'sent' }) },
      }
    },
  }
  return source
}

function toPage(all: readonly ConversationMessage[], { before, after, around, from: time }: PageRequest): MessagePage {
  const find = (message: ConversationMessage) => all.findIndex(({ id }) => id === message.id)
  let from = all.length - pageSize
  if (before) from = find(before) - pageSize
  if (after) from = find(after) + 1
  if (around) from = find(around) - pageSize / 2
  const first = time === undefined ? -1 : all.findIndex(({ sentAt }) => sentAt >= time)
  if (first >= 0) from = first
  const to = before ? find(before) : from + pageSize
  return { messages: all.slice(Math.max(0, from), to), hasEarlier: from > 0, hasLater: to < all.length }
}

/** A message with the parts that a test does not care about. */
function toMessage(index: number, sentAt: number): ConversationMessage {
  const isOurs = index % 3 === 2
  return {
    id: `m${index}`,
    order: index,
    channelId: 'one',
    direction: isOurs ? 'outgoing' : 'incoming',
    type: 'text',
    text: `Message ${index}.`,
    file: null,
    status: isOurs ? 'read' : null,
    failure: null,
    explanation: null,
    authorName: isOurs ? 'Kate Moreau' : null,
    quotedMessageId: null,
    clientMessageId: null,
    template: null,
    buttons: null,
    reactions: [],
    sentAt,
    isEdited: false,
    isDeleted: false,
  }
}
