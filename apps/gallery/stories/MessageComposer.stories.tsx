import '@crm-chat/react/conversation.css'
import { type Composer, MessageComposer, type MessageComposerProps, useComposer } from '@crm-chat/react/conversation'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactNode, useEffect } from 'react'
import { createStorySource, type StorySourceOptions } from '../src/createStorySource.ts'
import { Navigation } from '../src/scene/Navigation.tsx'

interface Args extends Pick<MessageComposerProps, 'contact' | 'quote' | 'allowsNew'>, StorySourceOptions {
  /** Writes what the story shows. */
  write: (composer: Composer) => void
}

const button = { kind: 'value', value: '', intent: 'default' } as const
const noFlags = { oneTime: false, resize: false, selective: false }

function Example({ state, vendor, deliveries, write, contact, quote, allowsNew }: Args): ReactNode {
  const composer = useComposer({
    createSource: () => createStorySource({ state, vendor, deliveries }),
    contact,
    quote,
    draftStorage: null,
  })
  useEffect(() => {
    if (composer) write(composer)
  }, [composer, write])
  return (
    <>
      <Navigation />
      <div className="composer">
        <MessageComposer composer={composer} allowsNew={allowsNew} />
      </div>
    </>
  )
}

/** Sends a message from any page, outside of a conversation. */
const meta = {
  title: 'Messages/MessageComposer',
  args: {
    state: 'ready',
    vendor: 'wazzup-tech',
    deliveries: [],
    contact: {
      name: 'Maria Lindqvist',
      chats: [
        { chatType: 'whatsapp', chatId: '46705551234' },
        { chatType: 'telegram', chatId: '55501234', name: 'Maria L.' },
      ],
      phones: ['46705551234'],
    },
    quote: null,
    allowsNew: true,
    write: () => undefined,
  },
  argTypes: { write: { table: { disable: true } } },
  render: (args) => <Example {...args} />,
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** A text to a contact. */
export const Plain: Story = {
  tags: ['main'],
  args: { write: ({ setText }) => setText('Hello Maria, your lamps have arrived. When may we bring them?') },
}

/** Nothing is written yet. */
export const Empty: Story = { tags: ['like-another'] }

/** A reply to a message, with buttons under it. */
export const Keyboard: Story = {
  tags: ['main'],
  args: {
    contact: { chats: [{ chatType: 'telegram', chatId: '55501234', name: 'Maria L.' }] },
    quote: { messageId: 'm0', text: 'When do they arrive?' },
    write: ({ setText, setKeyboard }) => {
      setText('They are here. When may we bring them?')
      setKeyboard({
        ...noFlags,
        type: 'inline',
        rows: [
          [
            { ...button, text: 'Today' },
            { ...button, text: 'Tomorrow' },
          ],
          [{ ...button, kind: 'link', text: 'Our hours', value: 'https://northdesk.example/hours' }],
        ],
      })
    },
  },
}

/** Buttons in the place of Telegram's keyboard, with their flags. */
export const ReplyKeyboard: Story = {
  args: {
    contact: { chats: [{ chatType: 'telegram', chatId: '55501234', name: 'Maria L.' }] },
    write: ({ setText, setKeyboard }) => {
      setText('Which color?')
      const rows = ['Blue', 'Green'].map((text) => [{ ...button, kind: 'text' as const, text }])
      setKeyboard({ ...noFlags, type: 'reply', rows, oneTime: true, resize: true })
    },
  },
}

/** A list in WhatsApp, one entry of which is too long. */
export const List: Story = {
  args: {
    vendor: 'whatomate',
    contact: { chats: [{ chatType: 'whatsapp', chatId: '46705551234' }] },
    write: ({ setText, setKeyboard }) => {
      setText('Which size?')
      const rows = ['Small', 'Medium', 'Large', 'Larger than any bed we have'].map((text) => [{ ...button, text }])
      setKeyboard({ ...noFlags, type: 'list', rows })
    },
  },
}

/** A new number gets a template first. */
export const NewNumber: Story = { args: { contact: { phones: ['+46 70 555 12 34'] }, vendor: 'whatomate' } }

/** State of each message that was sent. */
export const Sent: Story = {
  tags: ['main'],
  args: {
    deliveries: ['read', 'delivered', 'sent', 'pending', 'failed', 'unconfirmed'],
    write: ({ setText, send }) => {
      for (const text of [
        'Hello Maria',
        'The lamps are here',
        'In blue',
        'As the sample',
        'When may we come?',
        'Today?',
      ]) {
        setText(text)
        send()
      }
    },
  },
}

/** A file on its way. */
export const Uploading: Story = {
  args: {
    deliveries: ['uploading'],
    write: ({ attach, send }) => {
      attach(new File(['x'], 'Floor plan.pdf', { type: 'application/pdf' }))
      send()
    },
  },
}

/** A file that is too large, and a text near its limit. */
export const Limits: Story = {
  args: {
    write: ({ attach, setText, chooseRecipient }) => {
      const to = { chatType: 'telegram', chatId: '55501234' } as const
      chooseRecipient({ chatType: 'telegram', to, label: 'Maria L.', isNew: false })
      setText('Lamp '.repeat(820))
      attach(new File([new Uint8Array(11 * 1024 * 1024)], 'film.mp4', { type: 'video/mp4' }))
    },
  },
}

/** Channels are read. */
export const Loading: Story = { args: { state: 'loading' } }

/** It is unknown what the user may do. */
export const Failed: Story = { args: { state: 'failed' } }

/** The user may not send messages. */
export const Forbidden: Story = { args: { state: 'forbidden' } }

/** No messenger is connected. */
export const NoChannels: Story = { args: { state: 'noChannels' } }

/** The server cannot be reached. */
export const ConnectionLost: Story = {
  args: { state: 'lost', write: ({ setText }) => setText('Hello Maria, your lamps have arrived.') },
}
