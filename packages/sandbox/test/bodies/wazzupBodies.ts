import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'

const waba = '24197d5f-06de-421f-8576-9f6e6cb67f28'
const visitTemplate = '6201005a-9a6f-486f-bdd5-e6cb86c76ddb'
const file = 'https://example.com/a.png'
const kate = { id: '7', name: 'Kate' }
const quoted = '7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd'
const techChat = { chat_type: 'whatsapp', chat_id: ann.chatId }
const hooks = 'https://crm.example/hooks'

/** Bodies that together have every field of each request of Wazzup's APIs. */
export const wazzupBodies: Record<string, unknown[]> = {
  'wazzup-v2.createIframe': [
    { user: kate, scope: 'card', filter: [{ ...ann, name: 'Ann' }], activeChat: ann },
    { user: kate, scope: 'global', activeChat: [ann] },
  ],
  'wazzup-v2.sendMessage': [
    { ...ann, channelId: channelIds.whatsapp, text: 'Hello', refMessageId: quoted },
    { ...ann, channelId: channelIds.whatsapp, content: file },
  ],
  'wazzup-v2.setWebhooks': [{ url: null }],
  'wazzup-v2.saveUsers': [[kate]],
  'wazzup-v2.replaceUsers': [[kate]],
  'wazzup-v2.saveContacts': [[{ id: '1', responsibleUserId: '7', name: 'Ann', chats: [ann], deals: ['5'] }]],
  'wazzup-v2.saveDeals': [[{ id: '5', responsibleUserId: '7', name: 'Cake', closed: false, contacts: ['1'] }]],

  'wazzup-v3.sendMessage': [
    {
      ...ann,
      channelId: channelIds.whatsapp,
      text: 'Hello',
      buttonsObject: { buttons: [{ text: 'Yes', type: 'text', id: '1', payload: 'yes' }], id: '1', payload: 'yes' },
      refMessageId: quoted,
      crmUserId: '7',
      crmMessageId: 'crm-1',
      clearUnanswered: true,
    },
    { ...ann, channelId: channelIds.whatsapp, contentUri: file },
    { chatType: 'telegram', username: 'ann', phone: '79998887766', channelId: channelIds.telegram, text: 'Hello' },
    {
      ...ann,
      channelId: waba,
      templateId: visitTemplate,
      templateValues: ['at nine'],
      buttonsObject: { buttons: [{ payload: 'yes', text: 'Yes', type: 'text' }] },
    },
    ...[
      {
        replyMarkup: 'inline',
        buttons: [
          [
            { text: 'Site', url: 'https://example.com', callbackData: 'site' },
            { text: 'Yes', callbackData: 'yes' },
          ],
        ],
      },
      { replyMarkup: 'reply', buttons: [[{ text: 'Yes' }]], oneTimeKeyboard: true, removeKeyboard: false },
      { replyMarkup: 'reply', removeKeyboard: true },
    ].map((buttonsObject) => ({
      chatType: 'telegram',
      chatId: '123456',
      channelId: channelIds.telegram,
      text: 'Hello',
      buttonsObject,
    })),
    {
      chatType: 'max',
      chatId: '123456',
      channelId: channelIds.telegram,
      text: 'Hello',
      buttonsObject: {
        chatType: 'max',
        buttons: [
          [
            { type: 'callback', text: 'Yes', payload: 'yes', intent: 'positive' },
            { type: 'link', text: 'Site', url: 'https://example.com', intent: 'default' },
            { type: 'message', text: 'No', intent: 'negative' },
          ],
        ],
      },
    },
  ],
  'wazzup-v3.editMessage': [{ text: 'Good day', crmUserId: '7' }, { contentUri: file }],
  'wazzup-v3.setWebhooks': [
    {
      webhooksUri: hooks,
      subscriptions: {
        messagesAndStatuses: true,
        contactsAndDealsCreation: true,
        channelsUpdates: true,
        templateStatus: true,
        templateStatuses: true,
        wabaTemplatesStatus: true,
      },
      crmKey: 'secret',
    },
  ],
  'wazzup-v3.createIframe': [
    {
      user: kate,
      scope: 'card',
      filter: [{ chatType: 'telegram', chatId: '123456', username: 'ann', phone: '79998887766', name: 'Ann' }],
      activeChat: {
        chatType: 'telegram',
        chatId: '123456',
        username: 'ann',
        phone: '79998887766',
        channelId: channelIds.telegram,
      },
      options: { clientType: 'crm', useDealsEvents: true, useMessageEvents: true },
    },
  ],
  'wazzup-v3.saveUsers': [[{ ...kate, phone: '79990001122', accountId: 10_000_001 }]],
  'wazzup-v3.deleteUsers': [['7']],
  'wazzup-v3.saveContacts': [
    [
      {
        id: '1',
        responsibleUserId: '7',
        name: 'Ann',
        contactData: [{ chatType: 'telegram', chatId: '123456', username: 'ann', phone: '79998887766' }],
        uri: 'https://crm.example/1',
      },
    ],
  ],
  'wazzup-v3.deleteContacts': [['1']],
  'wazzup-v3.saveDeals': [
    [
      {
        id: '5',
        responsibleUserId: '7',
        name: 'Cake',
        uri: 'https://crm.example/5',
        link: 'https://crm.example/5',
        contacts: ['1'],
        closed: false,
      },
    ],
  ],
  'wazzup-v3.deleteDeals': [['5']],
  'wazzup-v3.savePipelines': [[{ id: '1', name: 'Sales', stages: [{ id: '1', name: 'New' }] }]],
  'wazzup-v3.setMarketplace': [{ crmCode: 'crm', authRedirectUri: 'https://crm.example', secret: 'secret' }],
  'wazzup-v3.migrateClient': [
    {
      clientApiKey: 'sandbox_wazzup',
      webhooksUri: hooks,
      subscriptions: { messagesAndStatuses: true, contactsAndDealsCreation: true },
    },
  ],

  'wazzup-tech.sendMessage': [
    {
      channel_id: channelIds.whatsapp,
      quoted_message_id: quoted,
      recipient: { ...techChat, crm_contact_name: 'Ann' },
      text: 'Hello',
      keyboard: { buttons: [{ text: 'Yes', type: 'text', payload: 'yes' }] },
      crm_user_id: '7',
      reset_unanswered: true,
    },
    {
      channel_id: channelIds.telegram,
      recipient: { chat_type: 'telegram', chat_id: '123456', username: 'ann', phone: '79998887766' },
      attachment: { url: file, name: 'a.png', mimetype: 'image/png', size: 10, sha1: '0'.repeat(40) },
    },
    {
      channel_id: channelIds.telegram,
      recipient: { chat_type: 'telegram', chat_id: '123456' },
      text: 'Hello',
      keyboard: {
        reply_markup: 'inline',
        buttons: [[{ text: 'Yes', callback_data: 'yes' }]],
        one_time_keyboard: true,
        resize_keyboard: true,
        selective: false,
        remove_keyboard: false,
      },
    },
    {
      channel_id: channelIds.telegram,
      recipient: { chat_type: 'max', chat_id: '123456' },
      text: 'Hello',
      keyboard: {
        buttons: [
          [
            { type: 'callback', text: 'Yes', payload: 'yes', intent: 'positive' },
            { type: 'link', text: 'Site', url: 'https://example.com', intent: 'default' },
            { type: 'message', text: 'No', intent: 'negative' },
          ],
        ],
      },
    },
    {
      channel_id: waba,
      recipient: techChat,
      template: { id: visitTemplate, values: ['at nine'], buttons: [{ text: 'Yes', type: 'text', payload: 'yes' }] },
      buttons: [{ text: 'Yes', type: 'text', payload: 'yes' }],
    },
  ],
  'wazzup-tech.editMessage': [
    { text: 'Good day', crm_user_id: '7' },
    { attachment: { url: file, name: 'a.png', mimetype: 'image/png', size: 10, sha1: '0'.repeat(40) } },
  ],
  'wazzup-tech.createMessagesDump': [
    { start_at: '2025-01-01T00:00:00Z', end_at: '2025-01-31T00:00:00Z', channel_id: channelIds.whatsapp },
  ],
  'wazzup-tech.createChannel': [{ transport: 'whatsapp', credentials: {} }],
  'wazzup-tech.createChannelsLink': [{ options: { transport: 'vk', channel_id: channelIds.vk } }],
  'wazzup-tech.sendTwoFactorCode': [{ two_factor_code: '1234', transport: 'tgapi' }],
  'wazzup-tech.reinitChannel': [{ credentials: {} }],
  'wazzup-tech.createPairingCode': [{ pairing_phone: '79998887766', transport: 'whatsapp' }],
  'wazzup-tech.createChatsLink': [
    {
      user_id: '7',
      author_name: 'Kate',
      scope: 'card',
      chats: [{ chat_type: 'telegram', chat_id: '123456', username: 'ann', contact_name: 'Ann' }],
      active_chat: { chat_type: 'telegram', chat_id: '123456', username: 'ann', channel_id: channelIds.telegram },
      use_events: { deals: true, messages: true },
      client_type: 'crm',
    },
  ],
  'wazzup-tech.createWebhooks': [{ data: [{ url: hooks, event: 'message.add' }] }],
  'wazzup-tech.updateWebhooks': [{ data: [{ id: '1', url: hooks, event: 'message.add' }] }],
  'wazzup-tech.deleteWebhooks': [{ data: [{ id: '1' }] }],
  'wazzup-tech.saveUsers': [{ users: [{ ...kate, phone: '79990001122' }] }],
  'wazzup-tech.updateUsers': [{ users: [{ ...kate, phone: '79990001122' }] }],
  'wazzup-tech.deleteUsers': [{ users: [{ id: '7' }] }],
  ...Object.fromEntries(
    ['saveContacts', 'updateContacts'].map((name) => [
      `wazzup-tech.${name}`,
      [
        {
          contacts: [
            {
              id: '1',
              responsible_user_id: '7',
              name: 'Ann',
              contact_data: [{ chat_type: 'telegram', chat_id: '123456', username: 'ann', phone: '79998887766' }],
              uri: 'https://crm.example/1',
            },
          ],
        },
      ],
    ]),
  ),
  'wazzup-tech.deleteContacts': [{ contacts: [{ id: '1' }] }],
  ...Object.fromEntries(
    ['saveDeals', 'updateDeals'].map((name) => [
      `wazzup-tech.${name}`,
      [
        {
          deals: [
            {
              id: '5',
              responsible_user_id: '7',
              name: 'Cake',
              uri: 'https://crm.example/5',
              contacts: ['1'],
              closed: false,
            },
          ],
        },
      ],
    ]),
  ),
  'wazzup-tech.deleteDeals': [{ deals: [{ id: '5' }] }],
  'wazzup-tech.updateSettings': [
    {
      push_input_output_message_events_for_managers: true,
      user_roles: [{ channel_id: channelIds.whatsapp, user_id: '7', role: 'seller', allow_get_new_clients: true }],
    },
  ],
  'wazzup-tech.createTemplate': [
    {
      template: {
        title: 'greeting',
        waba: { waba_id: '1', waba_name: 'Shop' },
        channels: [waba],
        category: 'UTILITY',
        language: 'en',
        components: [
          { type: 'BODY', format: 'TEXT', text: 'Hello {{1}}', example: ['Ann'] },
          { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://example.com' }] },
        ],
        tricky_templates_priority: 'high',
      },
      is_draft: true,
    },
  ],
  'wazzup-tech.requestTokens': [{ grant_type: 'client_credentials', client_credentials_data: { scope: 'transport' } }],
  'wazzup-tech.createAccount': [{ name: 'Shop', lang: 'en', currency: 'EUR', country: 'EU', timezone: 2 }],
}
