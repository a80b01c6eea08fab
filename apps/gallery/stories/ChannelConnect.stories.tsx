import type { Channel } from '@crm-chat/protocol'
import { ChannelConnect } from '@crm-chat/react/admin'
import type { TestChat, TestChatOptions } from '@crm-chat/react/testing'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { someChannels, toSession } from '../src/channelStates.ts'
import { AdminScene } from '../src/withAdmin.tsx'

interface Args {
  /** Channel that is being connected. @default none yet */
  channel?: Channel
  answers?: TestChatOptions['answers']
  play?: (chat: TestChat) => void
}

const session = toSession(['channels', 'channelAdmin'])
const toChannel = (transport: string, state: Channel['state'], reason?: string): Channel => ({
  id: 'c-9',
  transport,
  account: '+46 70 555 12 34',
  state,
  reason,
})

/** Connects a channel step by step. */
const meta = {
  title: 'Administration/ChannelConnect',
  component: ChannelConnect as never,
  args: {},
  beforeEach: () => sessionStorage.clear(),
  render: ({ channel, answers, play }, { globals }) => (
    <AdminScene
      answers={{ session, channels: { channels: someChannels }, ...(channel && { channel }), ...answers }}
      locale={globals.locale}
      play={play}
    >
      <ChannelConnect channel={channel} onClose={() => undefined} />
    </AdminScene>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Choose a messenger. */
export const Choose: Story = { tags: ['main'] }

/** A QR code to scan. */
export const Scan: Story = {
  args: {
    channel: toChannel('whatsapp', 'connecting', 'qr'),
    play: (chat) => chat.send({ name: 'channel', data: { channel: toChannel('whatsapp', 'connecting', 'qr'), qr } }),
  },
}

/** The page was loaded again while a code was shown. */
export const LoadedAgain: Story = { args: { channel: toChannel('whatsapp', 'connecting', 'qr') } }

/** The messenger asks for its second factor. */
export const SecondFactor: Story = { args: { channel: toChannel('tgapi', 'connecting', 'waitforpassword') } }

/** A bot needs its token. */
export const Token: Story = { args: { channel: toChannel('telegram', 'off', 'unauthorized') } }

/** The link to Meta is shown once. */
export const Redirect: Story = { args: { channel: toChannel('wapi', 'connecting', 'init') } }

/** A channel that Meta has blocked. */
export const Blocked: Story = { args: { channel: toChannel('wapi', 'off', 'blocked') } }

/** Messages are being imported. */
export const Importing: Story = { args: { channel: toChannel('max', 'connecting', 'sync') } }

/** It works. */
export const Done: Story = { args: { channel: toChannel('viber', 'active') } }

/** A user who is no administrator. */
export const NoPermission: Story = { args: { answers: { session: toSession(['channels'], ['channelAdmin']) } } }

/** Dots in place of a code: nobody can scan it. */
const qr = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#fff" d="M0 0h8v8H0z"/><path d="M1 1h2v2H1zM5 1h2v2H5zM1 5h2v2H1zM4 4h1v1H4zM6 6h1v1H6z"/></svg>',
)}`
