import '@crm-chat/react/conversation.css'
import {
  Conversation,
  type ConversationMessage,
  type ConversationStore,
  createConversation,
} from '@crm-chat/react/conversation'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactNode, useEffect, useState } from 'react'
import { createThreadSource, type ThreadSourceOptions } from '../src/createThreadSource.ts'
import { Deal } from '../src/scene/Deal.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import type { StateArgs } from '../src/withChat.tsx'

interface Args extends ThreadSourceOptions, Pick<StateArgs, 'offline'> {
  label: string
  isGroup?: boolean
  /** Does what the story shows, once the messages are there. */
  act: (conversation: ConversationStore) => void
}

function Example({ label, isGroup, act, ...options }: Args): ReactNode {
  const [conversation, setConversation] = useState<ConversationStore | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a story begins once.
  useEffect(() => {
    const opened = createConversation(createThreadSource(options), { draftStorage: null })
    setConversation(opened)
    let isDone = false
    const run = (): void => {
      const { status } = opened.getState().thread
      if (isDone || status === 'idle' || status === 'loading') return
      isDone = true
      act(opened)
    }
    const stop = opened.subscribe(run)
    run()
    return () => {
      stop()
      opened.close()
    }
  }, [])
  return (
    <>
      <Navigation />
      <Deal>
        <Conversation conversation={conversation} label={label} isGroup={isGroup} />
      </Deal>
    </>
  )
}

const dayMs = 86_400_000
const now = Date.UTC(2026, 4, 29, 15, 30)
const ours = { direction: 'outgoing' } as const

const talk: Partial<ConversationMessage>[] = [
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

const kinds: Partial<ConversationMessage>[] = [
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

/** The messages of one chat with a composer. It fills its parent. */
const meta = {
  title: 'Messages/Conversation',
  args: { label: 'Messages with Maria Lindqvist', state: 'ready', messages: talk, act: () => undefined },
  argTypes: {
    state: { control: 'select', options: ['ready', 'loading', 'failed', 'forbidden', 'lost', 'stale', 'ended'] },
    act: { control: false },
    messages: { control: false },
  },
  parameters: { docs: { story: { inline: false, height: '640px' } } },
  render: (args) => <Example {...args} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Days, quotes, ticks, a reaction, and messages that wait for a reply. */
export const Open: Story = { tags: ['main'], args: { unanswered: 1 } }

/** Every kind of message. */
export const EveryKind: Story = { args: { messages: kinds } }

/** The end of them: buttons, a list, and a deleted message. */
export const Buttons: Story = { args: { messages: kinds.slice(9) } }

/** A group: its people are named. */
export const Group: Story = {
  args: {
    isGroup: true,
    messages: [
      { text: 'Who takes the lamps?', authorName: 'Maria Lindqvist' },
      { text: 'I do, on Friday.', authorName: 'Erik Lindqvist' },
      { ...ours, text: 'They are at the desk.' },
    ],
  },
}

/** Messages that did not arrive, with the reason. */
export const Undelivered: Story = {
  args: {
    messages: [
      ...talk.slice(0, 3),
      { ...ours, text: 'Here is our offer', status: 'failed', failure: 'SPAM' },
      {
        ...ours,
        text: 'Call us',
        status: 'failed',
        failure: 'NEW_CODE',
        explanation: 'The account is limited for a day.',
      },
    ],
  },
}

/** The messenger service refused a message. */
export const NotSent: Story = { args: { outcome: 'refused', act: ({ send }) => send({ text: 'See you on Friday' }) } }

/** Nobody knows whether a message was sent. */
export const Unconfirmed: Story = {
  args: { outcome: 'unconfirmed', act: ({ send }) => send({ text: 'See you on Friday' }) },
}

/** A message on its way. */
export const Sending: Story = { args: { outcome: 'pending', act: ({ send }) => send({ text: 'See you on Friday' }) } }

/** A reply with a file. */
export const Replying: Story = {
  args: {
    act: ({ getState, setFocus, attach, setDraft }) => {
      const { thread } = getState()
      const message = thread.status === 'ready' ? thread.messages.at(-1) : undefined
      if (message) setFocus({ kind: 'quote', message })
      attach(new File(['a map'.repeat(40_000)], 'map.pdf', { type: 'application/pdf' }))
      setDraft('Behind the house')
    },
  },
}

/** A sent message is changed. */
export const Editing: Story = {
  args: {
    act: ({ getState, setFocus }) => {
      const { thread } = getState()
      const message = thread.status === 'ready' ? thread.messages[4] : undefined
      if (message) setFocus({ kind: 'edit', message })
    },
  },
}

/** A search, with what it has found. */
export const Searching: Story = { args: { act: ({ search }) => search('Friday') } }

/** Only templates are accepted: the customer last wrote more than a day ago. */
export const WindowClosed: Story = {
  args: {
    messages: talk.slice(0, 2),
    allowed: {
      channels: [
        {
          id: 'one',
          name: '+46 70 555 01 01 · WhatsApp Business',
          messenger: 'WhatsApp Business',
          works: true,
          isFitting: true,
          changes: [],
          changeableMs: 0,
          replyWindow: { ms: 20 * 3_600_000, afterwards: 'templates' },
        },
      ],
    },
  },
}

/** Nobody has written yet. */
export const Empty: Story = { args: { messages: [] } }

/** The messages are on their way. */
export const Loading: Story = { args: { state: 'loading' } }

/** They did not come. */
export const Failed: Story = { args: { state: 'failed' } }

/** The user may not see this chat. */
export const Forbidden: Story = { args: { state: 'forbidden', allowed: { can: [] } } }

/** The user may read, and not write. */
export const ReadOnly: Story = { args: { allowed: { can: ['search'] } } }

/** The browser has no network. */
export const Offline: Story = { args: { offline: true } }

/** The server cannot be reached: the conversation connects again by itself. */
export const ConnectionLost: Story = { args: { state: 'lost' } }

/** The messages could not be read again, so that some may be missing. */
export const Stale: Story = { args: { state: 'stale', act: ({ refresh }) => void refresh() } }

/** The user has signed out elsewhere. */
export const Ended: Story = { args: { state: 'ended' } }
