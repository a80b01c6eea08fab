import { ChatPanel } from '@crm-chat/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentProps } from 'react'
import { Deal } from '../src/scene/Deal.tsx'
import { Navigation } from '../src/scene/Navigation.tsx'
import { propsOf, type StateArgs, stateArgTypes } from '../src/withChat.tsx'

type Props = ComponentProps<typeof ChatPanel>
type Args = Props & StateArgs

/** A chat window in the page, under a bar with its heading. It fills its parent. */
const meta = {
  title: 'Windows/ChatPanel',
  component: ChatPanel,
  args: { label: 'Maria Lindqvist', chats: [{ chatType: 'whatsapp', chatId: '46705551234', name: 'Maria Lindqvist' }] },
  argTypes: stateArgTypes,
  parameters: { docs: { story: { inline: false, height: '560px' } } },
  render: (args) => (
    <>
      <Navigation />
      <Deal>
        <ChatPanel {...propsOf<Props>(args)} />
      </Deal>
    </>
  ),
} satisfies Meta<Args>

export default meta
type Story = StoryObj<Args>

/** Beside the facts of a deal. */
export const Plain: Story = { tags: ['main'] }

/** With a button that closes it. */
export const Closable: Story = { tags: ['like-another'], args: { onClose: () => undefined } }

/** With a button of the page in its bar. */
export const WithActions: Story = {
  args: {
    slots: {
      actions: (
        <a href="#maria" className="chip">
          Contact
        </a>
      ),
    },
    onClose: () => undefined,
  },
}

/** The link has been requested, or the vendor's page is loading. */
export const Loading: Story = { args: { window: 'loading' } }

/** It cannot open. */
export const Failed: Story = { tags: ['like-another'], args: { window: { error: 'forbidden', requestId: 'req_7f3a' } } }

/** A contact without a phone number or a messenger. */
export const Empty: Story = { args: { chats: [] } }
