import { createWazzupV3, type liveErrorCodes, type MessageParameters, type WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { collect } from '../collect.ts'
import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { startFileServer } from '../startFileServer.ts'
import { startReceiver } from '../startReceiver.ts'
import { createTechClient } from '../techClient.ts'
import type { FaultOnly } from './errorCase.ts'
import { putBody } from './putBody.ts'

const waba = '24197d5f-06de-421f-8576-9f6e6cb67f28'
const visitTemplate = '6201005a-9a6f-486f-bdd5-e6cb86c76ddb'
const orderTemplate = '0b7c6a52-93d1-4c8e-8a40-51d2f6e7b944'
const megabyte = 1024 * 1024
const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' } as const
const toWaba = { ...ann, channelId: waba }
const visit: MessageParameters = { ...toWaba, templateId: visitTemplate, templateValues: ['at nine'] }

/** Codes that nothing in an account causes, with the reason. */
export const liveFaults: FaultOnly = {
  MESSAGES_TOO_LONG_VIBER: "Viber's limit is unknown",
  UNKNOWN_ERROR_WITH_TRACE_ID: 'the vendor documents no cause',
  NO_SUCH_ACCOUNT: 'a valid key always has an account, and any other gets a 401',
}

/** The sandbox and clients of a case. */
export interface LiveStage {
  sandbox: Sandbox
  client: WazzupV3
}

/** A case: its condition, and the call that provokes the code. */
export interface LiveCase {
  when: string
  call: (stage: LiveStage) => Promise<unknown>
}

type LiveCode = keyof typeof liveErrorCodes

/** A case for every undocumented code known from the live service. */
export const liveCases: Partial<Record<LiveCode, LiveCase>> = {
  INVALID_MESSAGE_DATA: {
    when: 'the chat is missing',
    call: ({ sandbox }) => bend(sandbox, { ...message, chatId: undefined }).sendMessage(message),
  },
  WRONG_TRANSPORT: {
    when: 'the channel belongs to another messenger',
    call: ({ client }) => client.sendMessage({ ...message, channelId: channelIds.vk }),
  },
  BALANCE_IS_EMPTY: {
    when: 'the balance is empty and the channel is WABA',
    call: async ({ sandbox, client }) => {
      await sandbox.settings.change({ balance: 'empty' })
      return client.sendMessage(visit)
    },
  },
  CHANNEL_WAPI_REJECTED: {
    when: 'Facebook has rejected the WABA channel',
    call: async ({ sandbox, client }) => {
      await callSandbox(sandbox, `POST /_sandbox/channels/${waba}/state`, { body: { state: 'rejected' } })
      return client.sendMessage(visit)
    },
  },
  CHANNEL_LIMIT_EXCEEDED: {
    when: 'the channel has started as many conversations as its tier allows',
    call: async ({ sandbox, client }) => {
      await sandbox.simulate.tier({ channelId: waba, tier: 'TIER_0' })
      return client.sendMessage(visit)
    },
  },
  MESSAGES_TOO_LONG_INSTAGRAM: tooLong('instagram', 1_000),
  MESSAGES_TOO_LONG_TELEGRAM: tooLong('telegram', 4_096),
  MESSAGES_TOO_LONG_VK: tooLong('vk', 1_000),
  MESSAGES_TOO_LONG_AVITO: tooLong('avito', 1_000),
  MESSAGES_TOO_LONG_WABA: {
    when: 'a WABA text has 4,097 characters',
    call: ({ client }) => client.sendMessage({ ...toWaba, text: 'x'.repeat(4_097) }),
  },
  MESSAGES_TOO_LONG_WABA_HEADER: {
    when: 'a value makes the header of a template too long',
    call: ({ client }) =>
      client.sendMessage({
        ...toWaba,
        templateId: orderTemplate,
        templateValues: ['7'.repeat(60), 'Ann', 'today', '7'],
      }),
  },
  MESSAGES_TOO_LONG_WABA_TEMPLATE: {
    when: 'a value makes the body of a template too long',
    call: ({ client }) =>
      client.sendMessage({ ...toWaba, templateId: visitTemplate, templateValues: ['x'.repeat(550)] }),
  },
  MESSAGES_UNSUPPORTED_CONTENT_TYPE_INSTAPI: {
    when: 'Instagram does not support the type of the file',
    call: sendFile({ chatType: 'instagram', chatId: 'ann', channelId: channelIds.instagram }, 'application/zip', 10),
  },
  MESSAGES_CONTENT_SIZE_EXCEEDED_WABA: {
    when: "an image is larger than WABA's 5 MB",
    call: sendFile(toWaba, 'image/jpeg', 5 * megabyte + 1),
  },
  MESSAGES_CONTENT_SIZE_EXCEEDED_TELEGRAM: {
    when: "an image is larger than a Telegram bot's 5 MB",
    call: sendFile(
      { chatType: 'telegram', chatId: '1', channelId: channelIds.telegram },
      'image/png',
      5 * megabyte + 1,
    ),
  },
  TEMPLATE_REJECTED: {
    when: 'Meta has rejected the template, whose body ends with a variable',
    call: async ({ sandbox, client }) => {
      await createTechClient(sandbox).createTemplate({
        template: {
          title: 'greeting',
          waba: { waba_id: '1', waba_name: 'Shop' },
          channels: [waba],
          category: 'UTILITY',
          language: 'en',
          components: [{ type: 'BODY', text: 'Hello {{1}}' }],
        },
        is_draft: false,
      })
      sandbox.clock.advance(2_000)
      const made = (await collect(client.listTemplates())).find(({ name }) => name === 'greeting')
      return client.sendMessage({ ...toWaba, templateId: made?.templateGuid ?? '', templateValues: ['Ann'] })
    },
  },
  MESSAGES_EDITING_TIME_EXPIRED: {
    when: 'the message is older than 15 minutes',
    call: async ({ sandbox, client }) => {
      const { messageId } = await client.sendMessage(message)
      sandbox.clock.advance(16 * 60_000)
      return client.editMessage({ messageId, text: 'Good day' })
    },
  },
  MESSAGES_DELETION_TIME_EXPIRED: {
    when: 'the message is older than 15 minutes',
    call: async ({ sandbox, client }) => {
      const { messageId } = await client.sendMessage(message)
      sandbox.clock.advance(16 * 60_000)
      return client.deleteMessage(messageId)
    },
  },
  MESSAGES_CONTAIN_BUTTONS: {
    when: 'the message has buttons',
    call: async ({ client }) => {
      const buttonsObject = { buttons: [{ text: 'Yes', type: 'text' as const }] }
      const { messageId } = await client.sendMessage({ ...message, buttonsObject })
      return client.editMessage({ messageId, text: 'Good day' })
    },
  },
  CHANNEL_INVALID_TRANSPORT_FOR_EDITING: {
    when: 'the message went through WABA',
    call: async ({ client }) => {
      const { messageId } = await client.sendMessage(visit)
      return client.editMessage({ messageId, text: 'Good day' })
    },
  },
  CHANNEL_INVALID_TRANSPORT_FOR_CONTENT_EDITING: {
    when: 'a file would replace a WhatsApp text',
    call: async ({ client }) => {
      const { messageId } = await client.sendMessage(message)
      return client.editMessage({ messageId, contentUri: 'https://example.com/a.png' })
    },
  },
  CHANNEL_INVALID_TRANSPORT_FOR_DELETION: {
    when: 'the message went through WABA',
    call: async ({ client }) => client.deleteMessage((await client.sendMessage(visit)).messageId),
  },
  MESSAGES_NOT_FOUND: {
    when: 'the message does not exist',
    call: ({ client }) => client.deleteMessage('7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd'),
  },
  CHAT_NO_ACCESS: {
    when: 'another user is responsible for the customer',
    call: async ({ client }) => {
      const { messageId } = await client.sendMessage(message)
      await client.saveContacts([{ id: '1', responsibleUserId: '7', name: 'Ann', contactData: [ann] }])
      return client.editMessage({ messageId, text: 'Good day', crmUserId: '8' })
    },
  },
  TOO_MANY_ENTITIES: {
    when: 'a request has 101 users',
    call: ({ sandbox }) =>
      bend(
        sandbox,
        Array.from({ length: 101 }, (_, id) => ({ id: String(id), name: 'Kate' })),
      ).saveUsers([kate]),
  },
  INVALID_USERS_DATA: {
    when: 'a user has no name',
    call: ({ sandbox }) => bend(sandbox, [{ id: '7' }]).saveUsers([kate]),
  },
  INVALID_CONTACTS_DATA: {
    when: 'a contact has no name',
    call: ({ sandbox }) =>
      bend(sandbox, [{ id: '1' }]).saveContacts([{ id: '1', responsibleUserId: '7', name: 'Ann', contactData: [ann] }]),
  },
  DUPLICATE_PHONE_NUMBER: {
    when: 'another user has the phone number',
    call: async ({ client }) => {
      await client.saveUsers([{ ...kate, phone: '79990001122' }])
      return client.saveUsers([{ id: '8', name: 'Max', phone: '79990001122' }])
    },
  },
  USER_LIMIT_EXCEEDED: {
    when: 'there would be 1,001 users',
    call: ({ client }) =>
      client.saveUsers(Array.from({ length: 1_001 }, (_, id) => ({ id: String(id), name: `User ${id}` }))),
  },
  URI_NOT_VALID: {
    when: "the webhooks' address is invalid",
    call: ({ sandbox }) => bend(sandbox, { webhooksUri: 'nowhere', subscriptions }).setWebhooks(hooks),
  },
  TEST_POST_NOT_PASSED: {
    when: "the webhooks' address responds to the test call with an error",
    call: async ({ client }) => {
      const receiver = await startReceiver()
      receiver.answer.status = 500
      return client.setWebhooks({ webhooksUri: receiver.url, subscriptions })
    },
  },
  FORBIDDEN: {
    when: 'a sidecar key requests users',
    call: ({ sandbox }) => createV3Client(sandbox, `${sandbox.apiKey}-sidecar`).fetchUser('7'),
  },
}

const kate = { id: '7', name: 'Kate' }
const subscriptions = { messagesAndStatuses: true }
const hooks = { webhooksUri: 'https://crm.example/hooks', subscriptions }

/** Creates a client whose request body is replaced on the wire. */
function bend({ apiKey, url: baseUrl }: Sandbox, body: unknown): WazzupV3 {
  return createWazzupV3({ apiKey, baseUrl, fetch: putBody(body) })
}

/** Replaces the body on the wire, because the client rejects a text that is too long for its messenger. */
function tooLong(chatType: 'instagram' | 'telegram' | 'vk' | 'avito', limit: number): LiveCase {
  const body = { chatType, chatId: '1', channelId: channelIds.telegram, text: 'x'.repeat(limit + 1) }
  return {
    when: `a text in ${chatType} has more than ${limit} characters`,
    call: ({ sandbox }) => bend(sandbox, body).sendMessage(message),
  }
}

function sendFile(
  to: Pick<MessageParameters & { chatId: string }, 'chatType' | 'chatId' | 'channelId'>,
  type: string,
  bytes: number,
): LiveCase['call'] {
  return async ({ client }) => {
    const server = await startFileServer({ '/file': { type, bytes } })
    return client.sendMessage({ ...to, contentUri: server.url('/file') })
  }
}
