import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { type ServedFiles, startFileServer } from '../startFileServer.ts'
import type { ErrorCase, FaultOnly } from './errorCase.ts'

const to = { ...ann, channelId: channelIds.whatsapp }
const message = { ...to, text: 'Hello, Ann' }
const nobody = '7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd'

/** Codes that no state of an account causes, with the reason. */
export const messageFaults: FaultOnly = {
  MESSAGES_CAN_NOT_ADD: 'the vendor has an internal failure, which the sandbox only has by a fault rule',
  UNKNOWN_ERROR: 'the vendor documents no cause',
}

/** Every other code shared by API V2 and v3. `file` is the API's field for the link to a file. */
export function createMessageCases(file: 'content' | 'contentUri'): Record<string, ErrorCase> {
  const link = 'https://example.com/a.png'

  /** Serves a real file for the link of the message. */
  function withFile(when: string, served: ServedFiles[string] | undefined): ErrorCase {
    return {
      when,
      message: to,
      prepare: async () => {
        const server = await startFileServer(served === undefined ? {} : { '/file': served })
        return { [file]: server.url('/file') }
      },
    }
  }

  return {
    MESSAGE_WRONG_CONTENT_TYPE: withFile('the link leads to an HTML page', { type: 'text/html', bytes: 10 }),
    MESSAGE_ONLY_TEXT_OR_CONTENT: {
      when: 'there is a text and a file',
      message: { ...message, [file]: link },
      isRefusedByClient: true,
    },
    MESSAGE_NOTHING_TO_SEND: { when: 'there is neither text nor file', message: to, isRefusedByClient: true },
    MESSAGE_TEXT_TOO_LONG: {
      when: 'the text has 10,001 characters',
      message: { ...to, text: 'x'.repeat(10_001) },
      isRefusedByClient: true,
    },
    MESSAGE_CONTENT_CAN_NOT_BE_BLANK: withFile('the file is empty', { type: 'image/png', bytes: 0 }),
    MESSAGE_CONTENT_SIZE_EXCEEDED: withFile('the file exceeds 10 MB', {
      type: 'video/mp4',
      bytes: 10 * 1024 * 1024 + 1,
    }),
    MESSAGE_TEXT_CAN_NOT_BE_BLANK: { when: 'the text is made of spaces', message: { ...to, text: '   ' } },
    CHANNEL_NOT_FOUND: { when: 'the channel does not exist', message: { ...message, channelId: nobody } },
    CHANNEL_BLOCKED: inState('blocked'),
    MESSAGE_DOWNLOAD_CONTENT_ERROR: withFile('the link is broken', undefined),
    MESSAGES_NOT_TEXT_FIRST: {
      when: 'the tariff is "Start" and the customer has not written',
      given: ({ settings }) => settings.change({ tariff: 'start' }),
      message,
    },
    MESSAGES_IS_SPAM: {
      when: 'the customer has reported the company for spam',
      given: ({ simulate }) => simulate.customer({ ...ann, standing: 'reportedSpam' }),
      message,
    },
    CHAT_WRONG_CHAT_TYPE: {
      when: 'the messenger is unknown',
      message: { ...message, chatType: 'icq' },
      isRefusedByClient: true,
    },
    CHAT_MISSING_CHAT_TYPE: {
      when: 'the messenger is missing',
      message: { ...message, chatType: undefined },
      isRefusedByClient: true,
    },
    CHAT_INCORRECT_CHAT_ID_WHATSAPP: {
      when: 'the number starts with a plus',
      message: { ...message, chatId: '+79998887766' },
      isRefusedByClient: true,
    },
    CHAT_MISSING_CHAT_ID: {
      when: 'the chat is missing',
      message: { ...message, chatId: undefined },
      isRefusedByClient: true,
    },
    VALIDATION_ERROR: {
      when: 'the channel id is malformed',
      message: { ...message, channelId: 'main' },
      isRefusedByClient: true,
    },
    ACCOUNT_NOT_FOUND: {
      when: 'the account has been removed from the integration',
      given: ({ settings }) => settings.change({ integration: 'removed' }),
      message,
    },
    CONTACT_NOT_FOUND: {
      when: 'only the customer can start the chat, as in VK, and has not written',
      message: { chatType: 'vk', chatId: '17', channelId: channelIds.vk, text: 'Hello' },
    },
    CHANNEL_NO_MONEY: inState('notEnoughMoney'),
    MESSAGE_CHANNEL_UNAVAILABLE: inState('phoneUnavailable'),
    CONTACT_DETAIL_NOT_FOUND: {
      when: 'the customer has deleted the account',
      given: ({ simulate }) => simulate.customer({ ...ann, standing: 'accountDeleted' }),
      message,
    },
    MESSAGES_ABNORMAL_SEND: {
      when: 'the channel belongs to another messenger',
      message: { ...message, channelId: channelIds.telegram },
    },
    MESSAGES_INVALID_CONTACT_TYPE: {
      when: 'the channel is in Instagram and the chat is not',
      message: { ...message, channelId: channelIds.instagram },
    },
    REFERENCE_MESSAGE_NOT_FOUND: {
      when: 'the quoted message does not exist',
      message: { ...message, refMessageId: nobody },
    },
  }
}

/** A case that puts the channel into another state. */
function inState(state: string): ErrorCase {
  return {
    when: `the channel is ${state}`,
    given: (sandbox) =>
      callSandbox(sandbox, `POST /_sandbox/channels/${channelIds.whatsapp}/state`, { body: { state } }),
    message,
  }
}
