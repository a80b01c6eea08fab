import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { startReceiver } from '../../../test/startReceiver.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech } from '../../../test/techClient.ts'
import type { Sandbox } from '../../index.ts'

const url = 'https://example.com'
const inline = {
  replyMarkup: 'inline',
  buttons: [
    [
      { text: 'Site', url },
      { text: 'Yes', callbackData: 'yes' },
    ],
    [{ text: 'No', callbackData: 'no' }],
  ],
}
const reply = { replyMarkup: 'reply', oneTimeKeyboard: true, buttons: [[{ text: 'Yes' }, { text: 'No' }]] }
const removal = { replyMarkup: 'reply', removeKeyboard: true }
const ofMax = {
  chatType: 'max',
  buttons: [[{ type: 'callback', text: 'Yes', payload: 'yes', intent: 'positive' }], [{ type: 'message', text: 'No' }]],
}
const list = { buttons: [{ text: 'Yes', type: 'text' }] }

async function addChannel(sandbox: Sandbox, transport: string): Promise<string> {
  const { json } = await callSandbox(sandbox, 'POST /_sandbox/channels', { body: { transport, plainId: 'bot' } })
  return String(Reflect.get(Object(Reflect.get(Object(json), 'channel') ?? json), 'channelId'))
}

function send(
  sandbox: Sandbox,
  { chatType = 'telegram', ...message }: { chatType?: string; channelId: string; buttonsObject: object },
) {
  return callV3(sandbox, 'POST /v3/message', { body: { chatType, chatId: '123456', text: 'Choose', ...message } })
}

describe('a keyboard', () => {
  it.each([
    [
      'inline',
      inline,
      { kind: 'inline' },
      [
        { text: 'Site', url, row: 0 },
        { text: 'Yes', payload: 'yes', row: 0 },
        { text: 'No', payload: 'no', row: 1 },
      ],
    ],
    [
      'reply',
      reply,
      { kind: 'reply', oneTime: true },
      [
        { text: 'Yes', row: 0 },
        { text: 'No', row: 0 },
      ],
    ],
    ['removal', removal, { kind: 'removed' }, null],
  ])('of the kind %s is accepted on a Telegram bot', async (_, buttonsObject, keyboard, buttons) => {
    const sandbox = await startSandbox()
    expect((await send(sandbox, { channelId: channelIds.telegram, buttonsObject })).status).toBe(201)
    const found = await getMessages(sandbox, { chatType: 'telegram', chatId: '123456' })
    expect(found).toMatchObject([{ text: 'Choose', keyboard, buttons }])
  })

  it('is accepted on a MAX bot, with its meanings', async () => {
    const sandbox = await startSandbox()
    const channelId = await addChannel(sandbox, 'maxbot')
    expect((await send(sandbox, { chatType: 'max', channelId, buttonsObject: ofMax })).status).toBe(201)
    expect(await getMessages(sandbox, { chatType: 'max', chatId: '123456' })).toMatchObject([
      {
        keyboard: { kind: 'inline' },
        buttons: [
          { text: 'Yes', payload: 'yes', type: 'callback', intent: 'positive', row: 0 },
          { text: 'No', type: 'message', row: 1 },
        ],
      },
    ])
  })

  it('has 12 buttons at most on a Telegram bot: more are dropped, and named in the journal', async () => {
    const sandbox = await startSandbox()
    const buttons = Array.from({ length: 5 }, (_, row) => ['a', 'b', 'c'].map((text) => ({ text: `${text}${row}` })))
    await send(sandbox, { channelId: channelIds.telegram, buttonsObject: { replyMarkup: 'reply', buttons } })
    const [sent] = await getMessages(sandbox, { chatType: 'telegram', chatId: '123456' })
    expect(sent).toMatchObject({ buttons: { length: 12, 11: { text: 'c3', row: 3 } } })
    expect(sandbox.requests()).toMatchObject([{ ignoredFields: ['buttonsObject.buttons.4'] }])
  })

  it.each([
    ['a person’s Telegram', 'tgapi', 'telegram', inline, 'only Telegram bots (telegram) and MAX bots (maxbot)'],
    ['a person’s MAX', 'max', 'max', ofMax, 'only Telegram bots (telegram) and MAX bots (maxbot)'],
    ['WhatsApp', 'whatsapp', 'whatsapp', inline, 'a keyboard of telegram cannot go to a whatsapp chat'],
    ['a MAX bot', 'maxbot', 'max', reply, 'a keyboard of telegram cannot go to a max chat'],
    ['a Telegram bot', 'telegram', 'telegram', list, 'only WhatsApp can'],
    ['Viber', 'viber', 'viber', list, 'only WhatsApp can'],
  ])('is refused by %s, with the reason', async (_, transport, chatType, buttonsObject, reason) => {
    const sandbox = await startSandbox()
    const channelId = await addChannel(sandbox, transport)
    const chatId = transport === 'whatsapp' ? '79998887766' : '123456'
    const body = { chatType, chatId, channelId, text: 'Choose', buttonsObject }
    expect(await callV3(sandbox, 'POST /v3/message', { body })).toMatchObject({
      status: 400,
      json: {
        error: 'INVALID_MESSAGE_DATA',
        description: expect.stringContaining(reason),
        data: { fields: ['buttonsObject'] },
      },
    })
  })

  it('is told to the CRM with its echo, and a pressed button comes as a message', async () => {
    const sandbox = await startSandbox()
    const receiver = await startReceiver()
    const subscriptions = { messagesAndStatuses: true }
    await createV3Client(sandbox).setWebhooks({ webhooksUri: receiver.url, subscriptions })
    await send(sandbox, { channelId: channelIds.telegram, buttonsObject: inline })
    await sandbox.simulate.message({ chatType: 'telegram', chatId: '123456', text: 'Yes' })
    await expect.poll(() => receiver.calls.length).toBeGreaterThan(2)
    const messages = receiver.calls.flatMap(({ json }) => Reflect.get(Object(json), 'messages') ?? [])
    expect(messages).toMatchObject([
      { isEcho: true, interactive: [{ text: 'Site', url }, { text: 'Yes', payload: 'yes' }, { text: 'No' }] },
      { isEcho: false, text: 'Yes' },
    ])
    expect(JSON.stringify(messages)).not.toContain('"row"')
  })
})

describe('a keyboard of the tech API', () => {
  const recipient = { chat_type: 'telegram', chat_id: '123456' }
  const message = { channel_id: channelIds.telegram, recipient, text: 'Choose' }

  it.each([
    [
      {
        reply_markup: 'inline',
        buttons: [
          [
            { text: 'Site', url },
            { text: 'Yes', callback_data: 'yes' },
          ],
        ],
      },
      { kind: 'inline' },
      [
        { text: 'Site', url, row: 0 },
        { text: 'Yes', payload: 'yes', row: 0 },
      ],
    ],
    [
      { reply_markup: 'reply', one_time_keyboard: true, buttons: [[{ text: 'Yes' }], [{ text: 'No' }]] },
      { kind: 'reply', oneTime: true },
      [
        { text: 'Yes', row: 0 },
        { text: 'No', row: 1 },
      ],
    ],
    [{ buttons: [[{ text: 'Yes' }]] }, { kind: 'reply', oneTime: false }, [{ text: 'Yes', row: 0 }]],
    [{ reply_markup: 'reply', remove_keyboard: true }, { kind: 'removed' }, null],
  ])('is drawn like that of v3: %#', async (given, keyboard, buttons) => {
    const sandbox = await startSandbox()
    const { status } = await callTech(sandbox, 'POST /v2/messages', { ...message, keyboard: given })
    expect(status).toBe(200)
    const [sent] = await getMessages(sandbox, { chatType: 'telegram', chatId: '123456' })
    expect(sent).toMatchObject({ keyboard, buttons })
  })
})
