import { ChatDialog } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { Board } from '../src/scene/Board.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Props = ComponentProps<typeof ChatDialog>
type Args = Props & StateArgs

/** A modal panel with chats in the middle of the page. It fills the screen of a phone. */
const meta = {
  title: 'Overlays/ChatDialog',
  component: ChatDialog,
  args: {
    label: 'Maria Lindqvist',
    chats: [{ chatType: 'whatsapp', chatId: '46705551234', name: 'Maria Lindqvist' }],
    defaultOpen: true,
  },
  argTypes: stateArgTypes,
  parameters: { docs: { story: { inline: false, height: '560px' } } },
  render: (args) => (
    <>
      <Navigation />
      <Board />
      <ChatDialog {...propsOf<Props>(args)} />
    </>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Over a page that rests. */
export const Open: Story = { tags: ['main'] }

/** The link has been requested, or the vendor's page is loading. */
export const Loading: Story = { args: { window: 'loading' } }

/** The browser has no network. */
export const Offline: Story = { args: { offline: true } }
