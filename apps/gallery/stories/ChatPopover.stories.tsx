import { ChatPopover } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { Board } from '../src/scene/Board.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Props = ComponentProps<typeof ChatPopover>
type Args = Props & StateArgs

/** A button with the badge, and a panel with chats beside it. A press outside closes it. On a phone it fills the screen. */
const meta = {
  title: 'Overlays/ChatPopover',
  component: ChatPopover,
  args: {
    label: 'Maria Lindqvist',
    chats: [{ chatType: 'whatsapp', chatId: '46705551234', name: 'Maria Lindqvist' }],
    unanswered: 4,
  },
  argTypes: stateArgTypes,
  parameters: { docs: { story: { inline: false, height: '560px' } } },
  render: (args) => (
    <>
      <Navigation />
      <div className="tools">
        <ChatPopover {...propsOf<Props>(args)} />
      </div>
      <Board />
    </>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** The button that opens it. */
export const Closed: Story = {}

/** The panel, beside its button. */
export const Open: Story = { args: { defaultOpen: true }, tags: ['main'] }

/** A button of the page opens it. */
export const OwnTrigger: Story = {
  args: {
    slots: {
      trigger: (props) => (
        <button type="button" className="own" {...props}>
          Write to Maria
        </button>
      ),
    },
  },
}

/** Open, while the vendor's page is on its way. */
export const OpenAndLoading: Story = { args: { defaultOpen: true, window: 'loading' } }
