import { expect, it } from 'vitest'
import { parseWebhook } from './parseWebhook.ts'

const large = '9007199254740993'

it('keeps the digits of ids beyond 2^53, in text and in bytes', async () => {
  const body = `{"messages":[{"messageId":${large},"channelId":-${large},"chatType":"max","chatId":${large}0,"text":"x"}]}`
  const expected = { id: large, channelId: `-${large}`, chat: { chatType: 'max', chatId: `${large}0` } }
  for (const given of [body, new TextEncoder().encode(body)]) {
    for (const vendor of ['wazzup-v2', 'wazzup-v3'] as const) {
      expect(await parseWebhook(vendor, {}, given)).toMatchObject([{ kind: 'message', message: expected }])
    }
  }
  const recipient = `{"chat_type":"telegram","chat_id":${large}}`
  const tech = `{"event":"message.add","data":{"message_id":${large},"recipient":${recipient},"crm_user_id":${large}}}`
  expect(await parseWebhook('wazzup-tech', {}, tech)).toMatchObject([
    { message: { id: large, chat: { chatId: large }, author: { id: large } } },
  ])
})

it('does not take an id for another one that lost its digits in another parser', async () => {
  const body: object = JSON.parse(`{"messages":[{"messageId":"m1","chatType":"max","chatId":${large}}]}`)
  expect(await parseWebhook('wazzup-v3', {}, body)).toMatchObject([{ kind: 'unknown', type: 'messages' }])
})

it('skips a byte order mark in text as in bytes', async () => {
  const body = '\ufeff{"test":true}'
  for (const vendor of ['wazzup-v2', 'wazzup-v3', 'wazzup-tech'] as const) {
    for (const given of [body, new TextEncoder().encode(body), Buffer.from(body)]) {
      expect(await parseWebhook(vendor, {}, given)).toMatchObject([{ kind: 'test' }])
    }
  }
})
