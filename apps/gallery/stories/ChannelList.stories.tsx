import { ChannelList } from '@crm-chat/react/admin'
import type { TestChatOptions } from '@crm-chat/react/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { everyReason, someChannels, toSession } from '../src/channelStates.ts'
import { AdminScene } from '../src/withAdmin.tsx'

type Args = Pick<TestChatOptions, 'answers' | 'offline'>

const session = toSession(['channels', 'channelAdmin'])

/** The company's channels for administrators: states, reasons and what to do, plan and tier. */
const meta = {
  title: 'Administration/ChannelList',
  component: ChannelList as never,
  args: { answers: { session, channels: { channels: someChannels } } },
  render: ({ answers, offline }, { globals }) => (
    <AdminScene answers={{ session, ...answers }} offline={offline} locale={globals.locale}>
      <ChannelList />
    </AdminScene>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Channels of a company. */
export const Channels: Story = { tags: ['main'] }

/** Each documented reason in plain words, and one that nobody knows. */
export const EveryReason: Story = { args: { answers: { channels: { channels: everyReason } } } }

/** No channel yet. */
export const Empty: Story = { args: { answers: { channels: { channels: [] } } } }

/** The channels are on their way. */
export const Loading: Story = { args: { answers: { channels: () => new Promise(() => undefined) } } }

/** The vendor does not take the key. */
export const Failed: Story = { args: { answers: { channels: { error: 'upstream_auth', requestId: 'r-17' } } } }

/** The browser has no network. */
export const Offline: Story = { args: { offline: true, answers: { channels: { channels: someChannels } } } }

/** A user who is no administrator. */
export const NoPermission: Story = {
  args: { answers: { session: toSession(['channels'], ['channelAdmin']), channels: { channels: someChannels } } },
}

/** A vendor, or a sidecar key, that connects no channels. */
export const ConnectedElsewhere: Story = {
  args: { answers: { session: toSession(['channels']), channels: { channels: someChannels } } },
}
