import type { Operation } from '@crm-chat/protocol'
import { keepsSockets } from '../live/keepsSockets.ts'
import { channelLink, createChannel, deleteChannel, pairChannel, reinitChannel, verifyChannel } from './channelAdmin.ts'
import { channel, channels } from './channels.ts'
import { conversation, conversationFrom, readConversation, searchConversation } from './conversation.ts'
import { events } from './events.ts'
import { createExport, readExport } from './exports.ts'
import { uploadFile } from './files.ts'
import { listCapabilities, listRestricted } from './listCapabilities.ts'
import { media } from './media.ts'
import { deleteMessage, editMessage, sendMessage } from './messages.ts'
import type { OperationDefinition } from './operation.ts'
import { session } from './session.ts'
import { templates } from './templates.ts'
import { unanswered } from './unanswered.ts'
import { deleteVendorData, saveVendorData, vendorData } from './vendorData.ts'
import { window } from './window.ts'

const definitions = {
  window: {
    access: 'user',
    body: 'json',
    repetition: 'same',
    perMinute: 'windowsPerMinute',
    isOffered: ({ backend }) => backend.windows !== undefined,
    handle: window,
  },
  unanswered: {
    access: 'user',
    body: 'none',
    repetition: 'safe',
    capability: 'unanswered',
    isOffered: ({ backend }) => backend.watchUnanswered !== undefined && keepsSockets(),
    handle: unanswered,
  },
  events: {
    access: 'user',
    body: 'none',
    repetition: 'safe',
    capability: 'events',
    isOffered: ({ backend }) => backend.watchUnanswered !== undefined && keepsSockets(),
    handle: events,
  },
  channels,
  channel,
  createChannel,
  channelLink,
  verifyChannel,
  reinitChannel,
  pairChannel,
  deleteChannel,
  sendMessage,
  editMessage,
  deleteMessage,
  templates,
  uploadFile,
  createExport,
  readExport,
  vendorData,
  saveVendorData,
  deleteVendorData,
  conversation,
  readConversation,
  searchConversation,
  conversationFrom,
  media,
} satisfies Record<Exclude<Operation, 'webhook' | 'session'>, OperationDefinition>

/** Every operation that a browser may call. Webhooks, which the vendor calls, are not among them. */
export const operations: Record<Exclude<Operation, 'webhook'>, OperationDefinition> = {
  ...definitions,
  session: {
    access: 'user',
    body: 'none',
    repetition: 'safe',
    isOffered: () => true,
    handle: (call) => {
      const parameters = { ...call, definitions: Object.values(definitions) }
      return session({
        ...call,
        capabilities: listCapabilities(parameters),
        restricted: listRestricted(parameters),
      })
    },
  },
}
