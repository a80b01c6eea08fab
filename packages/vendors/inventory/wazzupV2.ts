import { document } from '../src/wazzup-v2/fixtures/examples.ts'
import type { Inventory } from './inventory.ts'
import { sendingErrorCodes } from './sendingErrorCodes.ts'
import { type Row, toItem } from './toItem.ts'

const endpoints: Row[] = [
  {
    name: 'POST /v2/iframe',
    section: 'Opening the Chats window',
    export: 'createIframe',
    file: 'wazzup-v2/iframe.test.ts',
    test: "createIframe > sends the documents' example, with the open chat as the object that their table asks for",
  },
  {
    name: 'POST /v2/send_message',
    section: 'Sending messages',
    export: 'sendMessage',
    file: 'wazzup-v2/messages.test.ts',
    test: "sendMessage > sends the documents' file, and reads the id",
  },
  {
    name: 'GET /v2/channels',
    section: 'Obtaining the channel list',
    export: 'fetchChannels',
    file: 'wazzup-v2/channels.test.ts',
    test: "fetchChannels > reads the documents' list",
  },
  {
    name: 'PUT /v2/webhooks',
    section: 'Enabling web hooks and obtaining the current url value',
    export: 'setWebhooks',
    file: 'wazzup-v2/webhooks.test.ts',
    test: "setWebhooks > sends the documents' address, and reads whether it is a new one",
  },
  {
    name: 'GET /v2/webhooks',
    section: 'Verifying the address for web hooks',
    export: 'fetchWebhooks',
    file: 'wazzup-v2/webhooks.test.ts',
    test: "fetchWebhooks > reads the documents' address",
  },
]

const userEndpoints: Row[] = [
  {
    name: 'GET /v2/users',
    section: 'Obtaining the user list',
    export: 'fetchUsers',
    test: "users > are listed as the documents' example",
  },
  {
    name: 'GET /v2/users/{user id}',
    section: 'Obtaining information about a specific user',
    export: 'fetchUser',
    test: "users > are read one by one as the documents' example",
  },
  {
    name: 'PATCH /v2/users',
    section: 'Updating the user list',
    export: 'saveUsers',
    test: "users > are saved as the documents' example",
  },
  {
    name: 'PUT /v2/users',
    section: 'Replacing the user list',
    export: 'replaceUsers',
    test: "users > are replaced as the documents' example",
  },
  {
    name: 'DELETE /v2/users/{user id}',
    section: 'Deleting a user',
    export: 'deleteUser',
    test: 'users > are deleted one by one',
  },
].map((row) => ({ ...row, file: 'wazzup-v2/users.test.ts' }))

const entityEndpoints: Row[] = [
  {
    name: 'PATCH /v2/contacts',
    section: 'Adding and updating the contact list',
    export: 'saveContacts',
    test: 'contacts > are saved with all the table has',
  },
  {
    name: 'GET /v2/contacts',
    section: 'Obtaining the contact list',
    export: 'listContacts',
    test: 'contacts > are walked through, a hundred in a request',
  },
  {
    name: 'GET /v2/contacts/{contact id}',
    section: 'Obtaining information about a specific contact',
    export: 'fetchContact',
    test: 'contacts > are read one by one',
  },
  {
    name: 'DELETE /v2/contacts/{contact id}',
    section: 'Deleting a contact',
    export: 'deleteContact',
    test: 'contacts > are deleted one by one',
  },
  {
    name: 'GET /v2/deals',
    section: 'Obtaining a deal list',
    export: 'listDeals',
    test: 'deals > are walked through, a hundred in a request',
  },
  {
    name: 'GET /v2/deals/{deal id}',
    section: 'Obtaining information about a specific deal',
    export: 'fetchDeal',
    test: 'deals > are read one by one',
  },
  {
    name: 'PATCH /v2/deals',
    section: 'Updating a deal list',
    export: 'saveDeals',
    test: 'deals > are saved with all the table has',
  },
  {
    name: 'DELETE /v2/deals/{deal id}',
    section: 'Deleting a deal',
    export: 'deleteDeal',
    test: 'deals > are deleted one by one',
  },
].map((row) => ({ ...row, file: 'wazzup-v2/entities.test.ts' }))

const counterEvents: Row[] = ['apiV2IframeConnecting', 'apiV2Notify'].map((name) => ({
  name,
  section: 'Unanswered messages counter',
  export: 'watchUnanswered',
  file: 'wazzup-v2/counter.test.ts',
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
    ...[...endpoints, ...userEndpoints, ...entityEndpoints].map(toItem({ kind: 'endpoint', document })),
    ...[...counterEvents, ...webhookEvents].map(toItem({ kind: 'event', document })),
    ...errorCodes.map(toItem({ kind: 'error code', document })),
    ...values.map(toItem({ kind: 'value', document })),
  ],
}
