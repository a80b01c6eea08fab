import type { Inventory, InventoryItem } from './inventory.ts'

type Row = Pick<InventoryItem, 'name' | 'export'> & { section: string; file: string; test: string }

const rows =
  (kind: InventoryItem['kind'], document: string) =>
  ({ name, section, export: exported, file, test }: Row): InventoryItem => ({
    kind,
    name,
    document,
    section,
    export: exported,
    test: { file, name: test },
  })

const messages = 'Wazzup tech API: Messages'
const channels = 'Wazzup tech API: Channels'

const messageEndpoints: Row[] = [
  {
    name: 'POST /v2/messages',
    section: 'Sending a Message',
    export: 'sendMessage',
    file: 'wazzup-tech/messages.test.ts',
    test: 'sendMessage > sends a text as the documents show it, and reads a chat id that is a number',
  },
  {
    name: 'PATCH /v2/messages/{message_id}',
    section: 'Edit a Message',
    export: 'editMessage',
    file: 'wazzup-tech/messages.test.ts',
    test: 'a message that was sent > is edited as the documents show it',
  },
  {
    name: 'DELETE /v2/messages/{message_id}',
    section: 'Delete a Message',
    export: 'deleteMessage',
    file: 'wazzup-tech/messages.test.ts',
    test: 'a message that was sent > is deleted as the documents show it',
  },
  {
    name: 'POST /v2/messages/messages_dump',
    section: 'Export messages',
    export: 'createMessagesDump',
    file: 'wazzup-tech/messagesDump.test.ts',
    test: 'an export of messages > is started as the documents show it',
  },
  {
    name: 'GET /v2/messages/messages_dump/{export_id}',
    section: 'Check message export status',
    export: 'fetchMessagesDump',
    file: 'wazzup-tech/messagesDump.test.ts',
    test: 'an export of messages > is asked about as the documents show it',
  },
]

const channelEndpoints: Row[] = [
  {
    name: 'POST /v2/channels',
    section: 'Creating a channel',
    export: 'createChannel',
    file: 'wazzup-tech/channels.test.ts',
    test: 'createChannel > connects a Telegram bot as the documents show it',
  },
  {
    name: 'POST /v2/iframe-links/channels',
    section: 'Creating a channel',
    export: 'createChannelsLink',
    file: 'wazzup-tech/iframeLinks.test.ts',
    test: 'createChannelsLink > leads to a messenger, and to a channel to connect again',
  },
  {
    name: 'POST /v2/channels/{channel_id}/auth/2fa',
    section: 'Passing messenger 2FA',
    export: 'sendTwoFactorCode',
    file: 'wazzup-tech/channels.test.ts',
    test: 'connecting a channel > hands the second factor over as the documents show it',
  },
  {
    name: 'POST /v2/channels/{channel_id}/reinit',
    section: 'Channel reinitialization',
    export: 'reinitChannel',
    file: 'wazzup-tech/channels.test.ts',
    test: 'connecting a channel > starts again as the documents show it, without the transport',
  },
  {
    name: 'GET /v2/channels/{channel_id}',
    section: 'Get channel information',
    export: 'fetchChannel',
    file: 'wazzup-tech/channels.test.ts',
    test: 'a channel > is read as the documents show it, with no reason where they write "null"',
  },
  {
    name: 'GET /v2/channels',
    section: 'Get a list of all channels',
    export: 'fetchChannels',
    file: 'wazzup-tech/channels.test.ts',
    test: 'a channel > is read in a list as the documents show it',
  },
  {
    name: 'DELETE /v2/channels/{channel_id}',
    section: 'Delete a channel by its channel_id',
    export: 'deleteChannel',
    file: 'wazzup-tech/channels.test.ts',
    test: 'a channel > is deleted as the documents show it, and keeps its chats unless told otherwise',
  },
  {
    name: 'POST /v2/channels/{channel_id}/pairing-code',
    section: 'Generate a WhatsApp pairing code',
    export: 'createPairingCode',
    file: 'wazzup-tech/channels.test.ts',
    test: 'connecting a channel > gets a pairing code as the documents show it',
  },
]

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
    ...messageEndpoints.map(rows('endpoint', messages)),
    ...channelEndpoints.map(rows('endpoint', channels)),
    ...messageEvents.map(rows('event', messages)),
    ...channelEvents.map(rows('event', channels)),
    ...messageErrors.map(rows('error code', messages)),
    ...channelReasons.map(rows('error code', channels)),
    ...tiers.map(rows('value', channels)),
  ],
}
