import { ChatWindow } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { Deal } from '../src/scene/Deal.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Props = ComponentProps<typeof ChatWindow>
type Args = Props & StateArgs

/**
 * A messenger's chat window: the chats of one card, or all of the user's. It fills its parent. Its frame belongs to the chats, so it
 * never loads again when the component moves. When it cannot open, it says why and what to do.
 */
const meta = {
  title: 'Windows/ChatWindow',
  component: ChatWindow,
  args: {
    label: 'Chat with Maria Lindqvist',
    chats: [{ chatType: 'whatsapp', chatId: '46705551234', name: 'Maria Lindqvist' }],
    window: 'ready',
  },
  argTypes: stateArgTypes,
  render: (args) => (
    <>
      <Navigation />
      <Deal>
        <ChatWindow {...propsOf<Props>(args)} />
      </Deal>
    </>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** The vendor's page, in the card of a deal. */
export const Ready: Story = { tags: ['main'] }

/** The link has been requested, or the vendor's page is loading. */
export const Loading: Story = { args: { window: 'loading' } }

/** A page cannot look into a frame. Until it is known that the vendor's page is there, a button offers to try again. */
export const Doubt: Story = { args: { window: 'doubt' } }

/** Another window of the page shows the same chats. */
export const Elsewhere: Story = { args: { window: 'elsewhere' } }

/** The browser has no network. The chat stays readable. */
export const Offline: Story = { args: { offline: true } }

/** The CRM does not allow this user to open these chats. */
export const Forbidden: Story = { args: { window: { error: 'forbidden', requestId: 'req_7f3a' } } }

/** Nobody is signed in. */
export const SignedOut: Story = { tags: ['like-another'], args: { window: { error: 'unauthenticated' } } }

/** The proxy cannot be reached. */
export const NoNetwork: Story = { tags: ['like-another'], args: { window: { error: 'network' } } }

/** The vendor does not respond. */
export const VendorDown: Story = { args: { window: { error: 'upstream_unavailable', requestId: 'req_91c2' } } }

/** The vendor refused the key of the CRM. */
export const KeyRefused: Story = { tags: ['like-another'], args: { window: { error: 'upstream_auth' } } }

/** Too many requests. */
export const Busy: Story = { tags: ['like-another'], args: { window: { error: 'rate_limited' } } }

/** The vendor's page forbids to be shown in a frame. A link explains what to do. */
export const RefusesFraming: Story = { args: { window: { error: 'frame_refused' } } }

/** The page's own policy blocks the frame. */
export const Blocked: Story = { tags: ['like-another'], args: { window: { error: 'frame_blocked' } } }

/** The vendor's page did not come in time. */
export const TimedOut: Story = { tags: ['like-another'], args: { window: { error: 'frame_timeout' } } }

/** The request is wrong: a developer reads which of its fields. */
export const InvalidRequest: Story = {
  args: { window: { error: 'invalid_request', message: 'In chats.0: chatId: digits only.' } },
}

/** A contact without a phone number or a messenger: nothing is requested. */
export const Empty: Story = { args: { chats: [] } }

/** A page's own words and button in place of the kit's. */
export const OwnError: Story = {
  args: {
    window: { error: 'upstream_unavailable' },
    slots: {
      error: ({ state, retry }) => (
        <div className="own-error">
          <p>WhatsApp is having a break ({state.code}). Call Maria instead?</p>
          <button type="button" className="own" onClick={retry}>
            Look again
          </button>
        </div>
      ),
    },
  },
}

/** Colors and corners of the page, by `appearance`. */
export const OwnLook: Story = {
  args: {
    window: { error: 'network' },
    appearance: {
      variables: { accent: 'light-dark(#0a7d5a, #59cfa4)', radius: '4px', surface: 'light-dark(#f3faf7, #10201a)' },
    },
  },
}
