import type { ConversationMessage } from '@crm-chat/react/conversation'
import { now } from './createThreadSource.ts'

const dayMs = 86_400_000

/** Parts of a message of the company's. */
export const ours = { direction: 'outgoing' } as const

/** A talk of two days. */
export const talk: Partial<ConversationMessage>[] = [
  { text: 'Hello! I saw the oak lamp in your window. Is it still there?', sentAt: now - dayMs },
  { ...ours, text: 'Good morning, Maria. It is, and there is a second one.', sentAt: now - dayMs + 240_000 },
  { text: 'I take both. Could the shades be blue?', reactions: [{ emoji: '👍', authorName: 'Kate' }] },
  { ...ours, text: 'They could. I have set them aside for you.', quotedMessageId: 'm2', isEdited: true },
  { ...ours, text: 'Friday from ten?', status: 'delivered' },
  { text: 'Friday is fine. Is there a place to park?' },
]

/** A picture that needs no network. */
const picture = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#31507f"/><circle cx="220" cy="70" r="34" fill="#f4d58a"/><path d="M0 150 110 80l90 70 60-40 60 40v50H0z" fill="#1c2f52"/></svg>',
)}`

/** A message of every kind. */
export const kinds: Partial<ConversationMessage>[] = [
  { type: 'system', text: 'Maria joined with the link of the shop' },
  { type: 'image', text: 'From the window', file: { url: picture, name: 'window.svg', kind: 'image', isShown: true } },
  {
    type: 'audio',
    file: { url: 'data:audio/wav;base64,UklGRiQAAABXQVZF', name: 'voice.ogg', kind: 'audio', isShown: true },
  },
  {
    type: 'document',
    file: {
      url: 'https://files.example/plan.pdf',
      name: 'plan.pdf',
      host: 'files.example',
      kind: 'document',
      isShown: false,
    },
  },
  { type: 'location', text: '55.6050, 13.0038' },
  { type: 'contact', text: 'Erik Lindqvist, +46 70 555 99 01' },
  { type: 'missedCall' },
  { type: 'unsupported' },
  { text: '🎉👏' },
  {
    ...ours,
    type: 'template',
    text: 'Hello Maria, your order 4711 is ready.',
    template: { name: 'order_ready', header: 'Order 4711', footer: 'Northdesk' },
    buttons: [{ text: 'Thank you' }, { text: 'Track it', url: 'https://northdesk.example/4711' }],
  },
  {
    ...ours,
    type: 'interactive',
    text: 'Which shade?',
    buttons: [
      { text: 'Blue', row: 0, intent: 'positive' },
      { text: 'Green', row: 0 },
      { text: 'None', row: 1, intent: 'negative' },
    ],
  },
  {
    ...ours,
    type: 'interactive',
    text: 'What else may we show you?',
    buttons: [
      { text: 'Oak', section: 'Tables', description: 'Two metres' },
      { text: 'Pine', section: 'Tables' },
      { text: 'Ash', section: 'Chairs' },
    ],
  },
  { ...ours, isDeleted: true },
]
