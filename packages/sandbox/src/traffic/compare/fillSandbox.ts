import type { SandboxAccount } from '../../account/createTenant.ts'
import { channelStates } from '../../store/channelStates.ts'
import type { StoreDump } from '../../store/dump/dumps.ts'
import type { SeedInput } from '../../store/seed/seedSchema.ts'

const customer = '79990000001'

/**
 * Seed of the sandbox that accounts are compared with: something in every list, and a channel in every state, so that each
 * field and word an account shows has something to be compared with.
 */
export const comparisonSeed: SeedInput = {
  channels: [
    { channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb', transport: 'whatsapp', plainId: '79990000010' },
    { channelId: '020e3f61-e5df-447f-8ef9-ce8258e92c7a', transport: 'wapi', plainId: '79990000011' },
    { channelId: 'c7a8e6d1-3f90-4b7d-8e24-5d6f0b9a3e33', transport: 'vk', plainId: '210987654' },
    { channelId: '9e0f7c44-6d2b-4a83-8b5e-c3a1d94e2f22', transport: 'instagram', plainId: 'sandbox.company' },
    { channelId: '5b1d3a52-0c1e-4f6b-9a57-2f1f6d0c7a11', transport: 'telegram', plainId: 'sandbox_company_bot' },
    ...(['tgapi', 'viber', 'avito', 'max', 'maxbot'] as const).map((transport, index) => ({
      channelId: `00000000-0000-4000-8000-00000000010${index}`,
      transport,
      plainId: `7999000002${index}`,
    })),
    ...channelStates
      .filter((state) => state !== 'active' && state !== 'qridle') // Another spelling of qr, which is a quirk.
      .map((state, index) => ({
        channelId: `00000000-0000-4000-8000-0000000002${String(index).padStart(2, '0')}`,
        transport: 'whatsapp' as const,
        plainId: `799900003${String(index).padStart(2, '0')}`,
        state,
      })),
  ],
  users: [{ id: 'sandbox-user', name: 'Sandbox User', phone: '79990000002', role: 'seller' }],
  contacts: [
    {
      id: 'sandbox-contact',
      name: 'Sandbox Contact',
      responsibleUserId: 'sandbox-user',
      uri: 'https://crm.example/contacts/1',
      chats: [{ chatType: 'whatsapp', chatId: customer }],
    },
  ],
}

/** Fills the sandbox beyond its seed: deals, funnels, webhooks, and conversations with a customer and the given number. */
export async function fillSandbox(
  { snapshot, restore, simulate }: Pick<SandboxAccount, 'snapshot' | 'restore' | 'simulate'>,
  { sendTo }: { sendTo?: string | undefined } = {},
): Promise<void> {
  await restore(addRows(await snapshot()))
  if (sendTo !== undefined)
    await simulate.message({ chatType: 'whatsapp', chatId: sendTo, name: 'Tester', text: 'Hello' })
  const chat = { chatType: 'whatsapp', chatId: customer } as const
  const { messageId } = await simulate.message({ ...chat, name: 'Sandbox Contact', text: 'Hello' })
  await simulate.message({ ...chat, text: 'A reply', refMessageId: messageId })
  await simulate.message({ ...chat, file: { name: 'picture.png', type: 'image/png', data: picture } })
}

/** The smallest picture: one pixel. */
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Adds rows to the tables, in the form of an export. */
function addRows({ version, tables }: StoreDump): StoreDump {
  const add = (name: string, ...rows: NonNullable<StoreDump['tables'][string]>) => ({
    [name]: [...(tables[name] ?? []), ...rows],
  })
  return {
    version,
    tables: {
      ...tables,
      ...add('deals', {
        id: 'sandbox-deal',
        name: 'Sandbox Deal',
        responsible_user_id: 'sandbox-user',
        uri: 'https://crm.example/deals/1',
        closed: 0,
      }),
      ...add('deal_contacts', { deal_id: 'sandbox-deal', contact_id: 'sandbox-contact' }),
      ...add('pipelines', {
        id: 'sandbox-pipeline',
        name: 'Sales',
        stages: JSON.stringify([{ id: 'first', name: 'First' }]),
      }),
      ...add('webhook_endpoints', ...webhooks),
    },
  }
}

/** Subscriptions to a port where nobody listens: deliveries fail at once. */
const url = 'http://127.0.0.1:9/'

const webhooks = [
  { endpoint_id: 'wazzup-v2', vendor: 'wazzup-v2', url, events: '[]', secret: null, details: '{}' },
  { endpoint_id: 'wazzup-v3', vendor: 'wazzup-v3', url, events: '["templateStatus"]', secret: null, details: '{}' },
  {
    endpoint_id: '00000000-0000-4000-8000-000000000301',
    vendor: 'wazzup-tech',
    url,
    events: '["messages_dump.status_update"]',
    secret: null,
    details: '{}',
  },
  {
    endpoint_id: '00000000-0000-4000-8000-000000000302',
    vendor: 'whatomate',
    url,
    events: '[]',
    secret: null,
    details: JSON.stringify({ name: 'CRM', isActive: false, events: ['message.incoming'] }),
  },
]
