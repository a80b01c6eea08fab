import {
  type Allowed,
  Conversation,
  type ConversationMessage,
  type ConversationSource,
  type MessagePage,
  useConversation,
} from '@crm-chat/react/conversation'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import '@crm-chat/react/styles.css'
import '@crm-chat/react/conversation.css'
import { measureFrames } from '../../../../scripts/bench/page/measureFrames.ts'
import { measureJump, stepPx } from './measureLog.ts'

const count = 50_000
const pageSize = 50
const minuteMs = 60_000
const start = Date.UTC(2026, 0, 1)

const allowed: Allowed = {
  can: ['send', 'quote', 'edit', 'delete', 'search', 'jump', 'date'],
  channels: [],
  largestFileBytes: 0,
  longestText: 10_000,
  clockOffsetMs: 0,
  userId: '7',
}

/** Messages are made when they are asked for: what is in memory is the component's. */
function toMessage(index: number): ConversationMessage {
  const isOurs = index % 3 === 2
  return {
    id: `m${index}`,
    order: index,
    channelId: 'one',
    direction: isOurs ? 'outgoing' : 'incoming',
    type: 'text',
    text: `Message ${index}. ${'Is it ready for the new wing? '.repeat(index % 5)}`,
    file: null,
    status: isOurs ? 'read' : null,
    failure: null,
    explanation: null,
    authorName: isOurs ? 'Kate Moreau' : null,
    quotedMessageId: index % 7 === 6 ? `m${index - 2}` : null,
    clientMessageId: null,
    template: null,
    buttons: null,
    reactions: index % 11 === 0 ? [{ emoji: '👍' }] : [],
    sentAt: start + index * minuteMs,
    isEdited: false,
    isDeleted: false,
  }
}

function toPage(from: number): MessagePage {
  const first = Math.max(0, from)
  const last = Math.min(count, from + pageSize)
  const messages = Array.from({ length: Math.max(0, last - first) }, (_, index) => toMessage(first + index))
  return { messages, hasEarlier: first > 0, hasLater: last < count }
}

const createSource = (): ConversationSource => ({
  key: 'bench',
  subscribe(listener) {
    listener({ type: 'allowed', allowed })
    listener({ type: 'live' })
    return () => undefined
  },
  async fetchPage({ before, after, around, from }) {
    await new Promise((resolve) => setTimeout(resolve, 5))
    const place = before
      ? before.order - pageSize
      : after
        ? after.order + 1
        : around
          ? around.order - pageSize / 2
          : from === undefined
            ? count - pageSize
            : Math.max(0, Math.ceil((from - start) / minuteMs))
    return { ok: true, result: toPage(place) }
  },
})

function Page(): ReactNode {
  const conversation = useConversation(createSource)
  return (
    <div style={{ height: 700 }}>
      <Conversation conversation={conversation} />
    </div>
  )
}

const root = document.querySelector('#root')
if (root) createRoot(root).render(<Page />)
Object.assign(window, {
  measureFrames: (frames: number) => measureFrames({ area: document.querySelector('.cc-log'), frames, stepPx }),
  measureJump: (date: string) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
    const first = Math.max(0, Math.ceil((new Date(year, month - 1, day).getTime() - start) / minuteMs))
    return measureJump({
      isThere: () => document.querySelector(`[data-message="m${first}"]`),
      jump: () => enter(document.querySelector<HTMLInputElement>('input[type=date]'), date),
    })
  },
})

/** Enters a value as a user does: React looks at the property. */
function enter(field: HTMLInputElement | null, value: string): void {
  if (!field) throw new Error('There is no field for a date.')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
