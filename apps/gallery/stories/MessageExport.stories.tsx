import { type ExportStore, MessageExport } from '@crm-chat/react/admin'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { StateArgs } from '../src/withChat.tsx'
import { withQueries } from '../src/withQueries.tsx'

/** Exports the messages of a period, and shows those that were asked for. */
const meta = {
  title: 'Administration/MessageExport',
  component: MessageExport,
  decorators: [withQueries],
  args: { capabilities: ['exports', 'channels'] },
  render: ({ store }) => <MessageExport store={store} />,
} satisfies Meta<Parameters<typeof MessageExport>[0] & StateArgs>

export default meta
type Story = StoryObj<typeof meta>

const at = '2026-01-02T03:04:05.000Z'
const kept = ['done', 'failed-webhook', 'running', 'pending', 'failed'].map((id) => ({
  id,
  from: '2026-01-01T00:00:00.000Z',
  to: '2026-01-31T23:59:59.999Z',
  at,
}))
const storeOf = (list: typeof kept): ExportStore => ({
  list: () => list,
  add: () => undefined,
  remove: () => undefined,
})
const url = 'https://files.example/messages.csv'
const states = {
  done: { id: 'done', state: 'done', url, size: 2_300_000, expiresAt: '2099-01-01T00:00:00.000Z' },
  'failed-webhook': { id: 'failed-webhook', state: 'done', reason: 'webhook_failed', url, size: 4_100 },
  running: { id: 'running', state: 'running', progress: 0.4 },
  pending: { id: 'pending', state: 'pending' },
  failed: { id: 'failed', state: 'failed' },
} as const
const answers: StateArgs['answers'] = {
  channels: { channels: [{ id: 'c-1', transport: 'whatsapp', state: 'active', name: 'Reception' }] },
  readExport: ({ path }) => states[path.split('/')[1] as keyof typeof states],
}

/** Every state that an export can be in. */
export const States: Story = { tags: ['main'], args: { store: storeOf(kept), answers } }

/** Nothing has been asked for yet. */
export const Empty: Story = { args: { store: storeOf([]), answers } }

/** A state cannot be read. */
export const Failed: Story = {
  args: { store: storeOf(kept.slice(0, 1)), answers: { ...answers, readExport: { error: 'upstream_unavailable' } } },
}

/** The vendor no longer has an export. */
export const Gone: Story = {
  args: { store: storeOf(kept.slice(0, 1)), answers: { ...answers, readExport: { error: 'not_found' } } },
}

/** The browser has no network. */
export const Offline: Story = { args: { store: storeOf(kept.slice(0, 1)), answers, offline: true } }

/** The vendor offers no exports. */
export const NotOffered: Story = { args: { capabilities: ['channels'] } }

/** Only administrators may, and this user is none. */
export const Forbidden: Story = {
  args: {
    answers: {
      session: {
        user: { id: '7', name: 'Ann Reyes' },
        vendor: 'wazzup-tech',
        chatTypes: [],
        capabilities: ['channels'],
        restricted: ['exports'],
        serverTime: '2026-01-02T03:04:05Z',
      },
    },
  },
}
