import { ChatDrawer } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { Board } from '../src/scene/Board.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Props = ComponentProps<typeof ChatDrawer>
type Args = Props & StateArgs

/** A panel with chats at an edge of the page, over it. On a phone it fills the screen, and the back button closes it. */
const meta = {
  title: 'Overlays/ChatDrawer',
  component: ChatDrawer,
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
      <ChatDrawer {...propsOf<Props>(args)} />
    </>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Where a line ends: at the right, or at the left in Arabic. The page behind it can be used. */
export const AtEnd: Story = { tags: ['main'] }

/** Where a line begins. */
export const AtStart: Story = { args: { side: 'start' } }

/** Its user deals with the drawer first: the page behind it rests. */
export const Modal: Story = { args: { modal: true } }

/** It cannot open. */
export const Failed: Story = { args: { window: { error: 'frame_refused' } } }
