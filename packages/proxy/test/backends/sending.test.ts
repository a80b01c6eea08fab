import type { MessageRequest } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { OperationError } from '../../src/errors.ts'
import { ann, boris, channelIds, group, kate, max } from './people.ts'
import { need, type Opened, shareSandbox, type VendorName, vendorNames } from './vendors.ts'

const open = shareSandbox()

const visit = '6201005a-9a6f-486f-bdd5-e6cb86c76ddb'
const file = 'https://example.com/a.png'
const rows = [
  [
    { text: 'Yes', callbackData: 'y' },
    { text: 'Shop', url: 'https://example.com/' },
  ],
]
const maxRows = [
  [
    { type: 'callback', text: 'Yes', payload: 'y', intent: 'positive' },
    { type: 'link', text: 'Shop', url: 'https://example.com/' },
    { type: 'message', text: 'No' },
  ],
] as const

/** Outcome of a message: the body that the vendor gets, or the field that it cannot serve. */
type Expected = { body: object } | { refuses: string }
const body = (fields: object): Expected => ({ body: fields })
const refuses = (field: string): Expected => ({ refuses: field })

interface Row extends Record<VendorName, Expected> {
  name: string
  request: MessageRequest
  /** Prepares the account, and returns fields that only it knows. */
  prepare?: (opened: Opened) => Promise<Partial<MessageRequest>>
}

const channelId = channelIds.whatsapp
const text = 'Hello'
const userId = kate.id

const table: Row[] = [
  {
    name: 'a text to a number in WhatsApp',
    request: { channelId, to: ann, text },
    'wazzup-v2': body({ channelId, ...ann, text }),
    'wazzup-v3': body({ channelId, ...ann, text, crmUserId: userId }),
    'wazzup-tech': body({
      channel_id: channelId,
      recipient: { chat_type: 'whatsapp', chat_id: ann.chatId },
      text,
      crm_user_id: userId,
    }),
    whatomate: body({ type: 'text', content: { body: text } }),
  },
  {
    name: 'a text to a Telegram chat',
    request: { channelId: channelIds.telegram, to: boris, text },
    prepare: wrote(boris),
    'wazzup-v2': body({ ...boris, text }),
    'wazzup-v3': body({ ...boris, text }),
    'wazzup-tech': body({ recipient: { chat_type: 'telegram', chat_id: boris.chatId }, text }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a text to a user name in Telegram',
    request: { channelId: channelIds.telegram, to: { chatType: 'telegram', username: 'boris' }, text },
    'wazzup-v2': refuses('to'),
    'wazzup-v3': body({ chatType: 'telegram', username: 'boris', text }),
    'wazzup-tech': body({ recipient: { chat_type: 'telegram', username: 'boris' }, text }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a text to a phone number in Telegram',
    request: { channelId: channelIds.telegram, to: { chatType: 'telegram', phone: '79990001122' }, text },
    'wazzup-v2': refuses('to'),
    'wazzup-v3': body({ chatType: 'telegram', phone: '79990001122', text }),
    'wazzup-tech': body({ recipient: { chat_type: 'telegram', phone: '79990001122' }, text }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a text to a phone number in MAX',
    request: { to: { chatType: 'max', phone: '79990001122' }, text },
    prepare: withMax,
    'wazzup-v2': refuses('to'),
    'wazzup-v3': body({ chatType: 'max', phone: '79990001122', text }),
    'wazzup-tech': body({ recipient: { chat_type: 'max', phone: '79990001122' }, text }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a text to a user name where there are none',
    request: { channelId, to: { chatType: 'whatsapp', username: 'ann' }, text },
    'wazzup-v2': refuses('to'),
    'wazzup-v3': refuses('to.username'),
    'wazzup-tech': refuses('to.username'),
    whatomate: refuses('to.username'),
  },
  {
    name: 'a text to a number that begins with a plus',
    request: { channelId, to: { chatType: 'whatsapp', chatId: '+79998887766' }, text },
    'wazzup-v2': refuses('to.chatId'),
    'wazzup-v3': refuses('to.chatId'),
    'wazzup-tech': refuses('to.chatId'),
    whatomate: refuses('to.chatId'),
  },
  {
    name: 'a text to a group',
    request: { channelId, to: group, text },
    prepare: async ({ account }) => {
      await account.simulate.group({ ...group, name: 'Choir' })
      return {}
    },
    'wazzup-v2': refuses('to.chatType'),
    'wazzup-v3': body({ ...group, text }),
    'wazzup-tech': body({ recipient: { chat_type: 'whatsgroup', chat_id: group.chatId }, text }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a file',
    request: { channelId, to: ann, fileUrl: file },
    'wazzup-v2': body({ ...ann, content: file }),
    'wazzup-v3': body({ ...ann, contentUri: file, crmUserId: userId }),
    'wazzup-tech': body({ attachment: { url: file }, crm_user_id: userId }),
    whatomate: refuses('fileUrl'),
  },
  {
    name: 'a quote',
    request: { channelId, to: ann, text },
    prepare: async ({ account }) => ({
      quotedMessageId: (await account.simulate.message({ ...ann, text: 'Is it ready?' })).messageId,
    }),
    'wazzup-v2': body({ text, refMessageId: expect.any(String) }),
    'wazzup-v3': body({ text, refMessageId: expect.any(String) }),
    'wazzup-tech': body({ text, quoted_message_id: expect.any(String) }),
    whatomate: body({ content: { body: text }, reply_to_message_id: expect.any(String) }),
  },
  {
    name: 'a template with values and payloads of its buttons',
    request: {
      channelId: channelIds.waba,
      to: ann,
      template: { id: visit, values: ['tomorrow'], buttonPayloads: ['yes', 'no', 'later'] },
    },
    'wazzup-v2': refuses('template'),
    'wazzup-v3': body({
      templateId: visit,
      templateValues: ['tomorrow'],
      buttonsObject: { buttons: [{ payload: 'yes' }, { payload: 'no' }, { payload: 'later' }] },
    }),
    'wazzup-tech': body({
      template: {
        id: visit,
        values: ['tomorrow'],
        buttons: [{ payload: 'yes' }, { payload: 'no' }, { payload: 'later' }],
      },
    }),
    whatomate: refuses('template.id'),
  },
  {
    name: 'a template with a keyboard',
    request: {
      channelId: channelIds.waba,
      to: ann,
      template: { id: visit },
      keyboard: { type: 'buttons', buttons: [{ text: 'Yes' }] },
    },
    'wazzup-v2': refuses('template'),
    'wazzup-v3': refuses('keyboard'),
    'wazzup-tech': refuses('keyboard'),
    whatomate: refuses('keyboard'),
  },
  {
    name: 'buttons in WhatsApp',
    request: {
      channelId: channelIds.waba,
      to: ann,
      text,
      keyboard: { type: 'buttons', buttons: [{ text: 'Yes', id: 'y' }, { text: 'No' }] },
    },
    prepare: wrote({ ...ann, channelId: channelIds.waba }),
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': body({
      buttonsObject: {
        buttons: [
          { text: 'Yes', type: 'text', id: 'y' },
          { text: 'No', type: 'text' },
        ],
      },
    }),
    'wazzup-tech': body({
      keyboard: {
        buttons: [
          { text: 'Yes', type: 'text', payload: 'y' },
          { text: 'No', type: 'text', payload: 'No' },
        ],
      },
    }),
    whatomate: body({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: text,
        buttons: [
          { id: 'y', title: 'Yes' },
          { id: 'No', title: 'No' },
        ],
      },
    }),
  },
  {
    name: 'a button whose text is too long',
    request: {
      channelId: channelIds.waba,
      to: ann,
      text,
      keyboard: { type: 'buttons', buttons: [{ text: 'x'.repeat(21) }] },
    },
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard.buttons.0.text'),
    'wazzup-tech': refuses('keyboard.buttons.0.text'),
    whatomate: refuses('keyboard.buttons.0.title'),
  },
  {
    name: 'a list',
    request: {
      to: ann,
      text,
      keyboard: { type: 'list', sections: [{ rows: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Row ${id}` })) }] },
    },
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard'),
    'wazzup-tech': refuses('keyboard'),
    whatomate: body({
      interactive: {
        type: 'list',
        body: text,
        buttons: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Row ${id}` })),
      },
    }),
  },
  {
    name: 'a list with what no vendor has',
    request: {
      to: ann,
      text,
      keyboard: { type: 'list', button: 'Choose', sections: [{ title: 'Days', rows: [{ id: 'a', title: 'Monday' }] }] },
    },
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard'),
    'wazzup-tech': refuses('keyboard'),
    whatomate: refuses('keyboard.button'),
  },
  {
    name: 'a button that opens a page',
    request: { to: ann, text, keyboard: { type: 'link', text: 'Order', url: 'https://example.com/1' } },
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard'),
    'wazzup-tech': refuses('keyboard'),
    whatomate: body({
      interactive: { type: 'cta_url', body: text, button_text: 'Order', url: 'https://example.com/1' },
    }),
  },
  {
    name: 'an inline keyboard',
    request: { channelId: channelIds.telegram, to: boris, text, keyboard: { type: 'inline', rows } },
    prepare: wrote(boris),
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': body({ buttonsObject: { replyMarkup: 'inline', buttons: rows } }),
    'wazzup-tech': body({
      keyboard: {
        reply_markup: 'inline',
        buttons: [
          [
            { text: 'Yes', callback_data: 'y' },
            { text: 'Shop', url: 'https://example.com/' },
          ],
        ],
      },
    }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a keyboard of replies that hides itself',
    request: {
      channelId: channelIds.telegram,
      to: boris,
      text,
      keyboard: { type: 'reply', rows: [[{ text: 'Yes' }]], oneTime: true },
    },
    prepare: wrote(boris),
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': body({ buttonsObject: { replyMarkup: 'reply', buttons: [[{ text: 'Yes' }]], oneTimeKeyboard: true } }),
    'wazzup-tech': body({ keyboard: { reply_markup: 'reply', buttons: [[{ text: 'Yes' }]], one_time_keyboard: true } }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a small keyboard of replies',
    request: {
      channelId: channelIds.telegram,
      to: boris,
      text,
      keyboard: { type: 'reply', rows: [[{ text: 'Yes' }]], resize: true },
    },
    prepare: wrote(boris),
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard.resize'),
    'wazzup-tech': body({ keyboard: { reply_markup: 'reply', resize_keyboard: true } }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a keyboard of replies for some',
    request: {
      channelId: channelIds.telegram,
      to: boris,
      text,
      keyboard: { type: 'reply', rows: [[{ text: 'Yes' }]], selective: true },
    },
    prepare: wrote(boris),
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard.selective'),
    'wazzup-tech': body({ keyboard: { reply_markup: 'reply', selective: true } }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'the removal of a keyboard',
    request: { channelId: channelIds.telegram, to: boris, text, keyboard: { type: 'remove' } },
    prepare: wrote(boris),
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': body({ buttonsObject: { replyMarkup: 'reply', removeKeyboard: true } }),
    'wazzup-tech': body({ keyboard: { reply_markup: 'reply', remove_keyboard: true } }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a keyboard of a MAX bot',
    request: { to: max, text, keyboard: { type: 'max', rows: maxRows.map((row) => [...row]) } },
    prepare: async (opened) => {
      const fields = await withMax(opened)
      await opened.account.simulate.message({ ...max, text: 'Hi', ...fields })
      return fields
    },
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': body({ buttonsObject: { buttons: maxRows } }),
    'wazzup-tech': body({ keyboard: { buttons: maxRows } }),
    whatomate: refuses('to.chatType'),
  },
  {
    name: 'a keyboard of another messenger',
    request: { channelId, to: ann, text, keyboard: { type: 'inline', rows } },
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard'),
    'wazzup-tech': refuses('keyboard'),
    whatomate: refuses('keyboard'),
  },
  {
    name: 'a file with buttons',
    request: {
      channelId: channelIds.waba,
      to: ann,
      fileUrl: file,
      keyboard: { type: 'buttons', buttons: [{ text: 'Yes' }] },
    },
    prepare: wrote({ ...ann, channelId: channelIds.waba }),
    'wazzup-v2': refuses('keyboard'),
    'wazzup-v3': refuses('keyboard'),
    'wazzup-tech': body({ attachment: { url: file }, keyboard: { buttons: [{ text: 'Yes', payload: 'Yes' }] } }),
    whatomate: refuses('fileUrl'),
  },
  {
    name: 'an id of the CRM',
    request: { channelId, to: ann, text, crmMessageId: 'm-1' },
    'wazzup-v2': body({ text }),
    'wazzup-v3': body({ crmMessageId: 'm-1' }),
    'wazzup-tech': body({ text }),
    whatomate: body({ content: { body: text } }),
  },
  {
    name: 'an automatic reply',
    request: { channelId, to: ann, text, keepUnanswered: true },
    'wazzup-v2': refuses('keepUnanswered'),
    'wazzup-v3': body({ clearUnanswered: false }),
    'wazzup-tech': body({ reset_unanswered: false }),
    whatomate: refuses('keepUnanswered'),
  },
  {
    name: 'a reply that is not automatic',
    request: { channelId, to: ann, text, keepUnanswered: false },
    'wazzup-v2': body({ text }),
    'wazzup-v3': body({ text }),
    'wazzup-tech': body({ text }),
    whatomate: body({ content: { body: text } }),
  },
  {
    name: 'a text that is too long',
    request: { channelId, to: ann, text: 'x'.repeat(10_001) },
    'wazzup-v2': refuses('text'),
    'wazzup-v3': refuses('text'),
    'wazzup-tech': refuses('text'),
    whatomate: refuses('text'),
  },
]

const cases = vendorNames.flatMap((vendor) => table.map((row) => ({ vendor, row, name: row.name })))

describe('a message', () => {
  it.each(cases)('$vendor: $name', async ({ vendor, row }) => {
    const opened = await open(vendor)
    await opened.backend.saveUser?.(kate)
    if (vendor === 'whatomate') await opened.account.simulate.message({ ...ann, text: 'Hi' })
    const prepared = await row.prepare?.(opened)
    const before = opened.account.requests().at(-1)?.id ?? 0
    const request = { ...row.request, ...prepared }
    if (vendor === 'whatomate') delete request.channelId // The ids of the table are Wazzup's.
    const sent = need(opened.backend, 'messages').send({ user: kate, request })
    const expected = row[vendor]
    const sends = () => opened.account.requests({ after: before }).filter(({ method }) => method === 'POST')
    if ('refuses' in expected) {
      const error = await sent.then(() => undefined).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(OperationError)
      expect(error).toMatchObject({
        code: 'invalid_request',
        message: expect.stringMatching(startOf(expected.refuses)),
      })
      expect(sends()).toEqual([])
    } else {
      const named = expect.stringMatching(/./)
      // Wazzup's tech API alone names the chat of whoever gets a message.
      expect(await sent).toEqual({ messageId: named, ...(vendor === 'wazzup-tech' && { chatId: named }) })
      expect(sends()).toMatchObject([{ verdict: 'answered', body: expected.body }])
    }
  })
})

/** A message names the field before anything else. */
function startOf(field: string): RegExp {
  return new RegExp(`^${field.replaceAll('.', '\\.')}[:. ]`)
}

/** The customer wrote first: only then may a bot write. */
function wrote(chat: { chatType: string; chatId: string; channelId?: string }): NonNullable<Row['prepare']> {
  return async ({ account }) => {
    await account.simulate.message({ ...chat, text: 'Hi' } as Parameters<typeof account.simulate.message>[0]) // The table's own chats.
    return {}
  }
}

/** Adds a channel of a MAX bot. */
async function withMax({ control }: Opened): Promise<{ channelId: string }> {
  await control('POST /_sandbox/channels', { transport: 'maxbot', plainId: 'shop_bot' })
  const { channels } = (await control('GET /_sandbox/channels')) as {
    channels: { channelId: string; transport: string }[]
  } // Ours.
  const channel = channels.find(({ transport }) => transport === 'maxbot')
  if (!channel) throw new Error('The sandbox has no channel of a MAX bot.')
  return { channelId: channel.channelId }
}
