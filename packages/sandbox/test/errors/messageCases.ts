import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { type ServedFiles, startFileServer } from '../startFileServer.ts'
import type { ErrorCase, FaultOnly } from './errorCase.ts'

const to = { ...ann, channelId: channelIds.whatsapp }
const message = { ...to, text: 'Hello, Ann' }
const nobody = '7f2f0c9a-0001-4c1c-9b9c-6aa7bb8cc9dd'

/** Codes that no state of an account leads to, and why. */
export const messageFaults: FaultOnly = {
  MESSAGES_CAN_NOT_ADD: "the vendor's server broke, which the sandbox does on command only",
  UNKNOWN_ERROR: 'the vendor itself does not know what it is',
}

/** Every other code that API V2 and v3 share; `file` is the name that the link to a file has there. */
export function createMessageCases(file: 'content' | 'contentUri'): Record<string, ErrorCase> {
  const link = 'https://example.com/a.png'

  /** A file that really lies behind the link of the message. */
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
    MESSAGE_WRONG_CONTENT_TYPE: withFile('the link leads to a page', { type: 'text/html', bytes: 10 }),
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
    MESSAGE_CONTENT_SIZE_EXCEEDED: withFile('the file has more than 10 MB', {
      type: 'video/mp4',
      bytes: 10 * 1024 * 1024 + 1,
    }),
    MESSAGE_TEXT_CAN_NOT_BE_BLANK: { when: 'the text is made of spaces', message: { ...to, text: '   ' } },
    CHANNEL_NOT_FOUND: { when: 'nobody has the channel', message: { ...message, channelId: nobody } },
    CHANNEL_BLOCKED: inState('blocked'),
    MESSAGE_DOWNLOAD_CONTENT_ERROR: withFile('the link leads nowhere', undefined),
    MESSAGES_NOT_TEXT_FIRST: {
      when: 'the tariff is "Start", and the customer has not written',
      given: ({ settings }) => settings.change({ tariff: 'start' }),
      message,
    },
    MESSAGES_IS_SPAM: {
      when: 'the customer has reported the company for spam',
      given: ({ simulate }) => simulate.customer({ ...ann, standing: 'reportedSpam' }),
      message,
    },
    CHAT_WRONG_CHAT_TYPE: {
      when: 'the messenger is none of the list',
      message: { ...message, chatType: 'icq' },
      isRefusedByClient: true,
    },
    CHAT_MISSING_CHAT_TYPE: {
      when: 'no messenger is named',
      message: { ...message, chatType: undefined },
      isRefusedByClient: true,
    },
    CHAT_INCORRECT_CHAT_ID_WHATSAPP: {
      when: 'the number has a plus',
      message: { ...message, chatId: '+79998887766' },
      isRefusedByClient: true,
    },
    CHAT_MISSING_CHAT_ID: {
      when: 'no chat is named',
      message: { ...message, chatId: undefined },
      isRefusedByClient: true,
    },
    VALIDATION_ERROR: {
      when: 'the id of the channel is none',
      message: { ...message, channelId: 'main' },
      isRefusedByClient: true,
    },
    ACCOUNT_NOT_FOUND: {
      when: 'the account has been removed from the integration',
      given: ({ settings }) => settings.change({ integration: 'removed' }),
      message,
    },
    CONTACT_NOT_FOUND: {
      when: 'the customer has to begin, as in VK, and has not',
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
      when: "the channel is another messenger's",
      message: { ...message, channelId: channelIds.telegram },
    },
    MESSAGES_INVALID_CONTACT_TYPE: {
      when: 'the channel is of Instagram, the chat is not',
      message: { ...message, channelId: channelIds.instagram },
    },
    REFERENCE_MESSAGE_NOT_FOUND: {
      when: 'nobody has the message to quote',
      message: { ...message, refMessageId: nobody },
    },
  }
}

/** The channel is taken to another state. */
function inState(state: string): ErrorCase {
  return {
    when: `the channel is ${state}`,
    given: (sandbox) =>
      callSandbox(sandbox, `POST /_sandbox/channels/${channelIds.whatsapp}/state`, { body: { state } }),
    message,
  }
}
