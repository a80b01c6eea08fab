import { VendorData } from '@crm-chat/react/admin'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { StateArgs } from '../src/withChat.tsx'
import { withQueries } from '../src/withQueries.tsx'

/** Users, contacts and deals of the CRM, as the vendor has them. */
const meta = {
  title: 'Administration/VendorData',
  component: VendorData,
  decorators: [withQueries],
  args: { capabilities: ['vendorData'], kinds: ['contacts', 'deals'] },
  render: ({ records, kinds }) => <VendorData records={records} kinds={kinds} />,
} satisfies Meta<Parameters<typeof VendorData>[0] & StateArgs>

export default meta
type Story = StoryObj<typeof meta>

const toContact = (index: number) => ({
  id: `contact-${index}`,
  name: ['Maria Lindqvist', 'Tomás Ferreira', 'Priya Raman', 'Jonas Weber'][index % 4] ?? '',
  responsibleUserId: 'ann',
  chats: [{ chatType: 'whatsapp', chatId: `7999888776${index}` }],
})
const page = { next: 100, orders: ['id', 'name'], fields: ['name', 'responsibleUserId', 'chats'] }
const answers: StateArgs['answers'] = { vendorData: { ...page, records: [0, 1, 2].map(toContact) } }
const readOwn = async () => ({ records: [1, 2, 3, 4].map(toContact), next: null })

/** A page of the list, which may be compared with the CRM. */
export const List: Story = { tags: ['main'], args: { answers, records: { contacts: readOwn } } }

/** Without records of the CRM's own there is nothing to compare. */
export const WithoutRecords: Story = { args: { answers } }

/** The vendor has nothing of this kind. */
export const Empty: Story = { args: { answers: { vendorData: { ...page, records: [], next: null } } } }

/** The page is on its way. */
export const Loading: Story = { args: { answers: { vendorData: () => new Promise(() => undefined) } } }

/** The vendor refuses the key. */
export const Failed: Story = { args: { answers: { vendorData: { error: 'upstream_auth', requestId: 'r-41' } } } }

/** The browser has no network. */
export const Offline: Story = { args: { answers, offline: true } }

/** The vendor keeps none of it. */
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
        restricted: ['vendorData'],
        serverTime: '2026-01-02T03:04:05Z',
      },
    },
  },
}
