import type { Sandbox } from '../../src/index.ts'
import { type Answer, callSandbox } from '../callSandbox.ts'
import { callV3 } from '../callV3.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann, bob } from '../fixtures/people.ts'
import { callTech } from '../techClient.ts'
import { callWhatomate } from '../whatomateClient.ts'

type Act = (sandbox: Sandbox, given: { number: number; receiver: string }) => Promise<Answer | undefined>

const link = 'https://crm.example.com/1'

/** Activities of an account, by name. Each succeeds at any time, however often it is repeated. */
const acts: Record<string, Act> = {
  customerWrites: async (sandbox, { number }) => {
    await sandbox.simulate.message({ ...ann, text: `Hello ${number}`, name: 'Ann' })
    return undefined
  },
  customerSendsFile: async (sandbox) => {
    await sandbox.simulate.message({ ...bob, file: { name: 'a.txt', type: 'text/plain', data: 'AP8H' } })
    return undefined
  },
  answerInV2: (sandbox, { number }) =>
    callSandbox(sandbox, 'POST /v2/send_message', {
      body: { ...ann, channelId: channelIds.whatsapp, text: `Answer ${number}` },
    }),
  answerInV3: (sandbox, { number }) =>
    callV3(sandbox, 'POST /v3/message', {
      body: { ...bob, channelId: channelIds.telegram, text: 'Hi', crmMessageId: `crm-${number}` },
    }),
  answerInTech: (sandbox) =>
    callTech(sandbox, 'POST /v2/messages', {
      channel_id: channelIds.whatsapp,
      recipient: { chat_type: 'whatsapp', chat_id: ann.chatId },
      text: 'Hi',
    }),
  saveUsers: (sandbox, { number }) =>
    callV3(sandbox, 'POST /v3/users', { body: [{ id: String(number % 5), name: `Kate ${number}` }] }),
  saveContacts: (sandbox, { number }) =>
    callV3(sandbox, 'POST /v3/contacts', {
      body: [{ id: String(number % 5), responsibleUserId: '1', name: `Ann ${number}`, contactData: [ann] }],
    }),
  deleteContact: (sandbox, { number }) =>
    callV3(sandbox, 'PATCH /v3/contacts/bulk_delete', { body: [String(number % 5)] }),
  saveDeals: (sandbox, { number }) =>
    callV3(sandbox, 'POST /v3/deals', {
      body: [{ id: String(number), responsibleUserId: '1', name: 'Doors', contacts: ['1'], closed: false, link }],
    }),
  savePipelines: (sandbox, { number }) =>
    callV3(sandbox, 'POST /v3/pipelines', {
      body: [{ id: String(number), name: 'Sales', stages: [{ id: '1', name: 'New' }] }],
    }),
  createChannel: (sandbox) => callTech(sandbox, 'POST /v2/channels', { transport: 'whatsapp', credentials: {} }),
  createTemplate: async (sandbox, { number }) =>
    callTech(sandbox, 'POST /v2/templates/waba', {
      is_draft: false,
      template: {
        title: `template_${number}`,
        waba: { waba_id: '100000000000001', waba_name: 'Sandbox' },
        channels: ['020e3f61-e5df-447f-8ef9-ce8258e92c7a'],
        language: 'en',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: 'Hello' }],
      },
    }),
  registerInV2: (sandbox, { receiver }) => callSandbox(sandbox, 'PUT /v2/webhooks', { body: { url: receiver } }),
  registerInV3: (sandbox, { receiver }) =>
    callV3(sandbox, 'PATCH /v3/webhooks', {
      body: { webhooksUri: receiver, subscriptions: { messagesAndStatuses: true } },
    }),
  registerInTech: (sandbox, { receiver }) =>
    callTech(sandbox, 'POST /v2/webhooks', { data: [{ url: receiver, event: 'channel.create' }] }),
  registerInWhatomate: (sandbox, { receiver, number }) =>
    callWhatomate(sandbox, 'POST /api/webhooks', {
      name: `CRM ${number}`,
      url: receiver,
      events: ['message.incoming'],
      secret: 'x',
    }),
  setRoles: (sandbox, { number }) =>
    callTech(sandbox, 'PATCH /v2/settings', {
      push_input_output_message_events_for_managers: number % 2 === 0,
      user_roles: [{ channel_id: channelIds.whatsapp, user_id: '1', role: 'manager' }],
    }),
  changeSettings: async (sandbox, { number }) => {
    await sandbox.settings.change({ links: number % 2 === 0 ? 'trust' : 'follow' })
    return undefined
  },
  export: (sandbox) =>
    callTech(sandbox, 'POST /v2/messages/messages_dump', {
      start_at: '2020-01-01T00:00:00.000Z',
      end_at: '2020-01-02T00:00:00.000Z',
    }),
  addPerson: (sandbox, { number }) =>
    callWhatomate(sandbox, 'POST /api/contacts', { phone_number: `7999000${1000 + number}`, profile_name: 'Mia' }),
  reportCustomer: async (sandbox, { number }) => {
    await sandbox.simulate.customer({ chatType: 'vk', chatId: String(100 + number), standing: 'noAccount' })
    return undefined
  },
}

/** Names of all activities. */
export const actNames = Object.keys(acts)

/** Runs activities in an account, one after another, each time with new numbers. */
export async function liveALittle(
  sandbox: Sandbox,
  { names, from, receiver }: { names: string[]; from: number; receiver: string },
): Promise<void> {
  for (const [index, name] of names.entries()) {
    const answer = await acts[name]?.(sandbox, { number: from + index, receiver })
    if (answer && answer.status >= 300) throw new Error(`${name} got a ${answer.status} response: ${answer.text}`)
  }
}
