import { documents } from '../src/documents.ts'
import { endpoints } from '../src/wazzup-v2/endpoints.ts'
import type { Inventory } from './inventory.ts'
import { sendingErrorCodes } from './sendingErrorCodes.ts'
import { type EndpointTest, type Row, toEndpointItems, toItem } from './toItem.ts'

const document = documents.crmApiV2

const tests: Record<keyof typeof endpoints, EndpointTest[]> = {
  createIframe: [
    {
      file: 'wazzup-v2/iframe.test.ts',
      test: "createIframe > sends the documents' example, with the open chat as the object that their table asks for",
    },
  ],
  sendMessage: [
    { file: 'wazzup-v2/messages.test.ts', test: "sendMessage > sends the documents' file, and reads the id" },
  ],
  fetchChannels: [{ file: 'wazzup-v2/channels.test.ts', test: "fetchChannels > reads the documents' list" }],
  setWebhooks: [
    {
      file: 'wazzup-v2/webhooks.test.ts',
      test: "setWebhooks > sends the documents' address, and reads whether it is a new one",
    },
  ],
  fetchWebhooks: [{ file: 'wazzup-v2/webhooks.test.ts', test: "fetchWebhooks > reads the documents' address" }],
  fetchUsers: [{ file: 'wazzup-v2/users.test.ts', test: "users > are listed as the documents' example" }],
  fetchUser: [{ file: 'wazzup-v2/users.test.ts', test: "users > are read one by one as the documents' example" }],
  saveUsers: [{ file: 'wazzup-v2/users.test.ts', test: "users > are saved as the documents' example" }],
  replaceUsers: [{ file: 'wazzup-v2/users.test.ts', test: "users > are replaced as the documents' example" }],
  deleteUser: [{ file: 'wazzup-v2/users.test.ts', test: 'users > are deleted one by one' }],
  saveContacts: [{ file: 'wazzup-v2/entities.test.ts', test: 'contacts > are saved with all the table has' }],
  listContacts: [{ file: 'wazzup-v2/entities.test.ts', test: 'contacts > are walked through, a hundred in a request' }],
  fetchContact: [{ file: 'wazzup-v2/entities.test.ts', test: 'contacts > are read one by one' }],
  deleteContact: [{ file: 'wazzup-v2/entities.test.ts', test: 'contacts > are deleted one by one' }],
  listDeals: [{ file: 'wazzup-v2/entities.test.ts', test: 'deals > are walked through, a hundred in a request' }],
  fetchDeal: [{ file: 'wazzup-v2/entities.test.ts', test: 'deals > are read one by one' }],
  saveDeals: [{ file: 'wazzup-v2/entities.test.ts', test: 'deals > are saved with all the table has' }],
  deleteDeal: [{ file: 'wazzup-v2/entities.test.ts', test: 'deals > are deleted one by one' }],
}

const counterEvents: Row[] = ['apiV2IframeConnecting', 'apiV2Notify'].map((name) => ({
  name,
  section: 'Unanswered messages counter',
  export: 'watchUnanswered',
  file: 'wazzup-v2/unanswered.test.ts',
  test: "the documents' example > has the host and the two events",
}))

const webhookEvents: Row[] = [
  {
    name: 'messages',
    section: 'New messages',
    test: 'messages > become events that say in words what the numbers mean',
  },
  {
    name: 'statuses',
    section: 'Outgoing message status update',
    test: 'statuses > become events, whether the number is one or text',
  },
  {
    name: 'channels',
    section: 'Channel status update',
    test: 'channels > whose state changed become an event each',
  },
  {
    name: 'channelsList',
    section: 'Changing the channels list in the integration',
    test: 'channels > of which the list changed become one event',
  },
].map((row) => ({ ...row, export: 'parseWazzupV2Webhook', file: 'webhooks/wazzupV2.test.ts' }))

const errorCodes: Row[] = sendingErrorCodes.map((code) => ({
  name: code,
  section: 'Error sending messages',
  export: `errorCodes.${code}`,
  file: 'wazzup-v2/messages.test.ts',
  test: `a refusal > ${code} is told by its code, however the vendor wraps it`,
}))

const file = 'webhooks/wazzupV2.test.ts'

const types = [
  [0, 'unsupported'],
  [1, 'text'],
  [2, 'image'],
  [3, 'audio'],
  [4, 'video'],
  [5, 'document'],
  [21, 'missedCall'],
] as const

const statuses = [
  [0, 'processing'],
  [1, 'sent'],
  [2, 'delivered'],
  [3, 'read'],
  [13, 'noSuchAccount'],
  [14, 'textTooLong'],
  [15, 'linkRefused'],
  [17, 'fileTooLarge'],
  [18, 'spam'],
  [19, 'tooManyMessages'],
  [21, 'fileRefused'],
  [66, 'internalError'],
  [99, 'incoming'],
] as const

const values: Row[] = [
  ...types.map(([type, word]) => ({
    name: `type ${type}`,
    section: 'New messages',
    export: `messageTypeCodes.${type}`,
    file,
    test: `messages > of the type ${type} are "${word}"`,
  })),
  ...statuses.map(([status, word]) => ({
    name: `status ${status}`,
    section: status === 99 ? 'New messages' : 'New messages, Outgoing message status update',
    export: `messageStatusCodes.${status}`,
    file,
    test: `statuses > of the number ${status} are told: ${word}`,
  })),
  ...[0, 1, 3, 4, 5, 6, 7, 8, 9, 99].map((authorType) => ({
    name: `authorType ${authorType}`,
    section: 'New messages',
    export: `authorTypeCodes.${authorType}`,
    file,
    test: `messages > of the author ${authorType} say which way they went`,
  })),
  ...['active', 'disabled', 'phoneUnavailable', 'qr', 'openElsewhere', 'notEnoughMoney'].map((state) => ({
    name: `state ${state}`,
    section: 'Obtaining the channel list, Channel status update',
    export: `channelStates.${state}`,
    file,
    test: `channels > may be ${state}`,
  })),
]

/** Wazzup's CRM API V2. */
export const wazzupV2: Inventory = {
  api: 'wazzup-v2',
  items: [
    ...toEndpointItems({ endpoints, tests }),
    ...[...counterEvents, ...webhookEvents].map(toItem({ kind: 'event', document })),
    ...errorCodes.map(toItem({ kind: 'error code', document })),
    ...values.map(toItem({ kind: 'value', document })),
  ],
}
