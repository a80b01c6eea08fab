import { ChatLauncher } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { Board } from '../src/scene/Board.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Args = ComponentProps<typeof ChatLauncher> & StateArgs

/** A floating button with the badge; it opens a panel with all of the user's chats. */
const meta = {
  title: 'Overlays/ChatLauncher',
  component: ChatLauncher,
  args: { unanswered: 4 },
  argTypes: stateArgTypes,
  parameters: { docs: { story: { inline: false, height: '520px' } } },
  render: (args) => (
    <>
      <Navigation />
      <Board>
        <ChatLauncher {...propsOf(args)} />
      </Board>
    </>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** In the corner of a page. */
export const Closed: Story = { tags: ['main'] }

/** Open: all of the user's chats, beside the page that they are about. */
export const Open: Story = { args: { defaultOpen: true }, tags: ['main'] }

/** Open, while the messenger does not respond. */
export const OpenAndFailed: Story = {
  args: { defaultOpen: true, window: { error: 'upstream_unavailable', requestId: 'req_91c2' } },
}

/** In the other corner. */
export const AtStart: Story = { args: { placement: 'bottom-start' } }

/** Nothing is unanswered. */
export const NothingUnanswered: Story = { tags: ['like-another'], args: { unanswered: 0 } }

/** The number is unknown. */
export const UnknownNumber: Story = { tags: ['like-another'], args: { unanswered: 'unknown' } }

/** The proxy offers no window of all chats: nothing is drawn. */
export const WithoutWindow: Story = { args: { capabilities: ['unanswered', 'events'] } }
