import { documents } from '../src/documents.ts'
import { endpoints } from '../src/wazzup-tech/endpoints.ts'
import type { Inventory } from './inventory.ts'
import { type EndpointTest, type Row, toEndpointItems, toItem } from './toItem.ts'

const { techMessages: messages, techChannels: channels } = documents

const tests: Record<string, EndpointTest[]> = {
  sendMessage: [
    {
      file: 'wazzup-tech/messages.test.ts',
      test: 'sendMessage > sends a text as the documents show it, and reads a chat id that is a number',
    },
  ],
  editMessage: [
    { file: 'wazzup-tech/messages.test.ts', test: 'a message that was sent > is edited as the documents show it' },
  ],
  deleteMessage: [
    { file: 'wazzup-tech/messages.test.ts', test: 'a message that was sent > is deleted as the documents show it' },
  ],
  createMessagesDump: [
    { file: 'wazzup-tech/messagesDump.test.ts', test: 'an export of messages > is started as the documents show it' },
  ],
  fetchMessagesDump: [
    {
      file: 'wazzup-tech/messagesDump.test.ts',
      test: 'an export of messages > is asked about as the documents show it',
    },
  ],
  createChannel: [
    { file: 'wazzup-tech/channels.test.ts', test: 'createChannel > connects a Telegram bot as the documents show it' },
  ],
  createChannelsLink: [
    {
      file: 'wazzup-tech/iframeLinks.test.ts',
      test: 'createChannelsLink > leads to a messenger, and to a channel to connect again',
    },
  ],
  sendTwoFactorCode: [
    {
      file: 'wazzup-tech/channels.test.ts',
      test: 'connecting a channel > hands the second factor over as the documents show it',
    },
  ],
  reinitChannel: [
    {
      file: 'wazzup-tech/channels.test.ts',
      test: 'connecting a channel > starts again as the documents show it, without the transport',
    },
  ],
  fetchChannel: [
    {
      file: 'wazzup-tech/channels.test.ts',
      test: 'a channel > is read as the documents show it, with no reason where they write "null"',
    },
  ],
  fetchChannels: [
    { file: 'wazzup-tech/channels.test.ts', test: 'a channel > is read in a list as the documents show it' },
  ],
  deleteChannel: [
    {
      file: 'wazzup-tech/channels.test.ts',
      test: 'a channel > is deleted as the documents show it, and keeps its chats unless told otherwise',
    },
  ],
  createPairingCode: [
    {
      file: 'wazzup-tech/channels.test.ts',
      test: 'connecting a channel > gets a pairing code as the documents show it',
    },
  ],
}

const messageEvents: Row[] = [
  {
    name: 'message.status_update',
    section: 'Sending a Message',
    export: 'webhookEvents.message.status_update',
    file: 'webhooks/wazzupTech.test.ts',
    test: 'a message > that got further names the request it was sent with',
  },
  {
    name: 'messages_dump.status_update',
    section: 'Export messages',
    export: 'webhookEvents.messages_dump.status_update',
    file: 'webhooks/wazzupTech.test.ts',
    test: 'anything else > is an export that is ready',
  },
]

const channelEvents: Row[] = [
  {
    name: 'channel.qr_update',
    section: 'For whatsapp, tgapi, viber, max',
    export: 'webhookEvents.channel.qr_update',
    file: 'webhooks/wazzupTech.test.ts',
    test: 'a channel > wants its QR code scanned, as the documents show it',
  },
  {
    name: 'channel.status_update',
    section: 'Passing messenger 2FA',
    export: 'webhookEvents.channel.status_update',
    file: 'webhooks/wazzupTech.test.ts',
    test: 'a channel > wants the second factor, as the documents show it',
  },
]

const messageErrors: Row[] = [
  {
    name: 'Cannot provide more than one of text, attachment or template',
    section: 'Sending a Message',
    export: 'errorCodes.MORE_THAN_ONE_CONTENT',
    file: 'wazzup-tech/messages.test.ts',
    test: 'sendMessage > is told that text and file exclude each other',
  },
  {
    name: 'webhook_failed',
    section: 'Export messages',
    export: 'messagesDumpStatuses.webhook_failed',
    file: 'wazzup-tech/messagesDump.test.ts',
    test: 'an export of messages > can be webhook_failed',
  },
]

const channelReasons = [
  'qr',
  'sync',
  'wait_for_password',
  'wait_for_code',
  'qridle',
  'openelsewhere',
  'not_enough_money',
  'foreignphone',
  'unauthorized',
  'blocked',
  'rejected',
].map(
  (reason): Row => ({
    name: reason,
    section: 'Get channel information',
    export: `channelReasons.${reason}`,
    file: 'wazzup-tech/channels.test.ts',
    test: `a channel > can have the reason ${reason}`,
  }),
)

const tiers = ['TIER_0', 'TIER_1K', 'TIER_10K', 'TIER_100K', 'TIER_50', 'TIER_250', 'TIER_UNLIMITED'].map(
  (tier): Row => ({
    name: tier,
    section: 'Get channel information',
    export: `wabaTiers.${tier}`,
    file: 'wazzup-tech/channels.test.ts',
    test: `a channel > can have the tier ${tier}`,
  }),
)

/** Wazzup's partner API: messages and channels. */
export const wazzupTech: Inventory = {
  api: 'wazzup-tech',
  items: [
    ...toEndpointItems({ endpoints, tests }),
    ...messageEvents.map(toItem({ kind: 'event', document: messages })),
    ...channelEvents.map(toItem({ kind: 'event', document: channels })),
    ...messageErrors.map(toItem({ kind: 'error code', document: messages })),
    ...channelReasons.map(toItem({ kind: 'error code', document: channels })),
    ...tiers.map(toItem({ kind: 'value', document: channels })),
  ],
}
