import { UnansweredBadge } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Args = ComponentProps<typeof UnansweredBadge> & StateArgs

/**
 * The number of messages that wait for a reply. Red for the user's own chats, grey for those of others. It is hollow while the
 * number is outdated, unknown or not available, and says so in words. Unknown is never shown as 0.
 */
const meta = {
  title: 'Badges/UnansweredBadge',
  component: UnansweredBadge,
  args: { unanswered: 4 },
  argTypes: stateArgTypes,
  render: (args) => (
    <Navigation>
      <UnansweredBadge {...propsOf(args)} />
    </Navigation>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Messages in chats that the user is responsible for. */
export const Own: Story = { tags: ['main'] }

/** Messages in chats of others. */
export const Others: Story = { args: { unanswered: { count: 12, tone: 'grey' } } }

/** Above `max`, the badge is cut short. Its name has the true number. */
export const Capped: Story = { args: { unanswered: 142 } }

/** A dot in place of the number. */
export const Dot: Story = { args: { dot: true } }

/** Nothing is unanswered: the badge is hidden. */
export const Zero: Story = { args: { unanswered: 0 } }

/** A 0 that is shown because the page asks for it. */
export const ShownZero: Story = { args: { unanswered: 0, showZero: true } }

/** The connection is being restored: this is the last number that was known. */
export const Outdated: Story = { args: { unanswered: { count: 4, status: 'stale' } } }

/** No number has come yet. */
export const Unknown: Story = { args: { unanswered: 'unknown' } }

/** There is no number for this user, e.g. because they are signed out. */
export const NotAvailable: Story = { args: { unanswered: { error: 'unauthenticated' } } }
