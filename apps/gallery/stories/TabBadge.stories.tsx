import { TabBadge } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps, ReactNode } from 'react'
import { Board } from '../src/scene/Board.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Args = Omit<ComponentProps<typeof TabBadge>, 'label'> & StateArgs

/** What a browser's tab shows, drawn: the real one is that of the whole gallery. */
function DrawnTab({ title }: { title: string }): ReactNode {
  return (
    <p className="shelf">
      <span className="tab">
        <i aria-hidden="true" /> {title}
      </span>
    </p>
  )
}

/**
 * Shows the number outside of the page: before its title, as a dot on its icon, and on the icon of an installed app. It draws
 * nothing in the page. Open a story in a tab of its own to see it.
 */
const meta = {
  title: 'Badges/TabBadge',
  component: TabBadge,
  args: { unanswered: 4, places: 'title icon' },
  argTypes: stateArgTypes,
  parameters: { docs: { story: { inline: false, height: '420px' } } },
  render: (args) => (
    <>
      <DrawnTab title={args.unanswered === 4 ? '(4) Deals' : '(4?) Deals'} />
      <Navigation />
      <Board />
      <TabBadge {...propsOf(args)} />
    </>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** The number is current. */
export const Live: Story = { tags: ['main'] }

/** The number is outdated. */
export const Outdated: Story = { tags: ['like-another'], args: { unanswered: { count: 4, status: 'stale' } } }
