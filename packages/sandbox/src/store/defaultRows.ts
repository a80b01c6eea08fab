import { channels, templates } from './schema.ts'
import type { Database } from './store.ts'

/** One channel per messenger. The whatsapp one has the id of the example in CRM API V2, "Sending messages". */
const seedChannels: (typeof channels.$inferInsert)[] = [
  {
    channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb',
    transport: 'whatsapp',
    plainId: '79865784457',
    state: 'active',
  },
  {
    channelId: '5b1d3a52-0c1e-4f6b-9a57-2f1f6d0c7a11',
    transport: 'telegram',
    plainId: 'sandbox_company_bot',
    state: 'active',
  },
  {
    channelId: '9e0f7c44-6d2b-4a83-8b5e-c3a1d94e2f22',
    transport: 'instagram',
    plainId: 'sandbox.company',
    state: 'active',
  },
  { channelId: 'c7a8e6d1-3f90-4b7d-8e24-5d6f0b9a3e33', transport: 'vk', plainId: '210987654', state: 'active' },
  // WABA, with the id of the example in the tech API's "Sending a Message". The plain WhatsApp channel is older, so it goes first.
  {
    channelId: '020e3f61-e5df-447f-8ef9-ce8258e92c7a',
    transport: 'wapi',
    plainId: '79865784458',
    state: 'active',
    createdAt: 1,
  },
  // WhatsApp and WABA, with the ids of the examples in API v3, "Sending messages".
  {
    channelId: 'e0629e11-0f67-4567-92a9-2237e91ec1b9',
    transport: 'whatsapp',
    plainId: '79865784459',
    state: 'active',
    createdAt: 2,
  },
  {
    channelId: '24197d5f-06de-421f-8576-9f6e6cb67f28',
    transport: 'wapi',
    plainId: '79865784460',
    state: 'active',
    createdAt: 3,
  },
]

/** An approved WABA template, with the id of the example in the same place. Its only variable is the file in its header. */
const invoiceTemplate: typeof templates.$inferInsert = {
  templateGuid: '385bf0c5-9f2a-4f9f-be85-9b84d797cf95',
  name: 'sandbox_invoice',
  status: 'approved',
  details: {
    title: 'sandbox_invoice',
    waba: { wabaId: '100000000000001', wabaName: 'Sandbox' },
    channels: ['020e3f61-e5df-447f-8ef9-ce8258e92c7a'],
    category: 'UTILITY',
    language: 'en',
    components: [
      { type: 'HEADER', format: 'DOCUMENT' },
      { type: 'BODY', text: 'Your invoice is ready.' },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Thank you!' }] },
    ],
  },
}

/** An approved WABA template with three buttons, with the id of the example in API v3, "Sending messages". */
const visitTemplate: typeof templates.$inferInsert = {
  templateGuid: '6201005a-9a6f-486f-bdd5-e6cb86c76ddb',
  name: 'sandbox_visit',
  status: 'approved',
  details: {
    title: 'sandbox_visit',
    waba: { wabaId: '100000000000001', wabaName: 'Sandbox' },
    channels: ['24197d5f-06de-421f-8576-9f6e6cb67f28'],
    category: 'UTILITY',
    language: 'en',
    components: [
      { type: 'BODY', text: 'You have an appointment {{1}}. Will you come?' },
      {
        type: 'BUTTONS',
        buttons: ['Yes', 'No', 'Later'].map((text) => ({ type: 'QUICK_REPLY', text })),
      },
    ],
  },
}

/** An approved WABA template with every part: header, footer, variables, and a link with a variable. */
const orderTemplate: typeof templates.$inferInsert = {
  templateGuid: '0b7c6a52-93d1-4c8e-8a40-51d2f6e7b944',
  name: 'sandbox_order',
  status: 'approved',
  details: {
    title: 'sandbox_order',
    waba: { wabaId: '100000000000001', wabaName: 'Sandbox' },
    channels: ['020e3f61-e5df-447f-8ef9-ce8258e92c7a', '24197d5f-06de-421f-8576-9f6e6cb67f28'],
    category: 'UTILITY',
    language: 'en',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      { type: 'BODY', text: 'Hello {{1}}, your order leaves us {{2}}. Is that fine with you?' },
      { type: 'FOOTER', text: 'Reply STOP to unsubscribe' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Yes, thank you' },
          { type: 'URL', text: 'Follow the parcel', url: 'https://shop.example/parcels/{{1}}' },
        ],
      },
    ],
  },
}

/** Inserts the default channels and templates that are missing. */
export async function ensureDefaultRows(database: Database): Promise<void> {
  await database.insert(channels).values(seedChannels).onConflictDoNothing()
  await database.insert(templates).values([invoiceTemplate, visitTemplate, orderTemplate]).onConflictDoNothing()
}
