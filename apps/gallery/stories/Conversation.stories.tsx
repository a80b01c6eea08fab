import '@crm-chat/react/conversation.css'
import { Conversation, type ConversationStore, createConversation } from '@crm-chat/react/conversation'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactNode, useEffect, useState } from 'react'
import { createThreadSource, type ThreadSourceOptions } from '../src/createThreadSource.ts'
import { kinds, ours, talk } from '../src/messages.ts'
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
