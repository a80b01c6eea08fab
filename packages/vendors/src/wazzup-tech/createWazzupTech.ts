import type { CallOptions } from '../http/callOptions.ts'
import type { BatchOptions } from '../http/sendInBatches.ts'
import type { UnansweredValue, WatchUnansweredParameters } from '../unanswered/unansweredValue.ts'
import {
  createPairingCode,
  type PairingCode,
  type PairingCodeParameters,
  type ReinitParameters,
  reinitChannel,
  sendTwoFactorCode,
  type TwoFactorParameters,
} from './channelAuth.ts'
import type { ChannelConnection } from './channelCredentials.ts'
import {
  type Channel,
  createChannel,
  type DeleteChannelParameters,
  deleteChannel,
  fetchChannel,
  fetchChannels,
} from './channels.ts'
import type { ChatsLinkParameters } from './chatsLinkRequest.ts'
import { createWazzupTechClient, type WazzupTechOptions } from './client.ts'
import {
  type Contact,
  deleteContacts,
  fetchContact,
  listContacts,
  type StoredContact,
  saveContacts,
  updateContacts,
} from './contacts.ts'
import { type Deal, deleteDeals, fetchDeal, listDeals, type StoredDeal, saveDeals, updateDeals } from './deals.ts'
import type { ListOptions } from './entityList.ts'
import { type ChannelsLinkParameters, createChannelsLink, createChatsLink, type IframeLink } from './iframeLinks.ts'
import type { MessageParameters } from './messageRequest.ts'
import {
  deleteMessage,
  editMessage,
  type MessageChange,
  type MessageEditParameters,
  type MessageResult,
  sendMessage,
} from './messages.ts'
import {
  createMessagesDump,
  fetchMessagesDump,
  type MessagesDump,
  type MessagesDumpCreated,
  type MessagesDumpParameters,
} from './messagesDump.ts'
import { fetchSettings, type Settings, type SettingsParameters, updateSettings } from './settings.ts'
import { createTemplate, type TemplateParameters } from './templates.ts'
import { fetchUnanswered, resetUnanswered, type UnansweredReset, watchUnanswered } from './unanswered.ts'
import { deleteUsers, fetchUser, listUsers, type StoredUser, saveUsers, type User, updateUsers } from './users.ts'
import {
  createWebhooks,
  deleteWebhooks,
  fetchWebhooks,
  updateWebhooks,
  type WebhookChange,
  type WebhookSubscription,
  type WebhookTarget,
} from './webhooks.ts'

/** Wazzup's partner API, with the client already given to each function. */
export interface WazzupTech {
  sendMessage: (parameters: MessageParameters, options?: CallOptions) => Promise<MessageResult>
  editMessage: (parameters: MessageEditParameters, options?: CallOptions) => Promise<MessageChange>
  deleteMessage: (parameters: { message_id: string }, options?: CallOptions) => Promise<MessageChange>
  createMessagesDump: (parameters: MessagesDumpParameters, options?: CallOptions) => Promise<MessagesDumpCreated>
  fetchMessagesDump: (parameters: { export_id: string }, options?: CallOptions) => Promise<MessagesDump>

  createChannel: (parameters: ChannelConnection, options?: CallOptions) => Promise<Channel>
  fetchChannels: (options?: CallOptions) => Promise<Channel[]>
  fetchChannel: (parameters: { channel_id: string }, options?: CallOptions) => Promise<Channel>
  deleteChannel: (parameters: DeleteChannelParameters, options?: CallOptions) => Promise<void>
  sendTwoFactorCode: (parameters: TwoFactorParameters, options?: CallOptions) => Promise<void>
  reinitChannel: (parameters: ReinitParameters, options?: CallOptions) => Promise<Channel>
  createPairingCode: (parameters: PairingCodeParameters, options?: CallOptions) => Promise<PairingCode>

  createChatsLink: (parameters: ChatsLinkParameters, options?: CallOptions) => Promise<IframeLink>
  createChannelsLink: (parameters?: ChannelsLinkParameters, options?: CallOptions) => Promise<IframeLink>

  fetchUnanswered: (parameters: { user_id: string }, options?: CallOptions) => Promise<UnansweredValue>
  resetUnanswered: (options?: CallOptions) => Promise<UnansweredReset>
  watchUnanswered: (parameters: WatchUnansweredParameters) => () => void

  createWebhooks: (targets: WebhookTarget[], options?: CallOptions) => Promise<void>
  fetchWebhooks: (options?: CallOptions) => Promise<WebhookSubscription[]>
  updateWebhooks: (changes: WebhookChange[], options?: CallOptions) => Promise<void>
  deleteWebhooks: (ids: string[], options?: CallOptions) => Promise<void>

  listUsers: (options?: ListOptions) => AsyncGenerator<StoredUser>
  fetchUser: (parameters: { user_id: string | number }, options?: CallOptions) => Promise<StoredUser>
  saveUsers: (users: User[], options?: BatchOptions) => Promise<void>
  updateUsers: (users: User[], options?: BatchOptions) => Promise<void>
  deleteUsers: (ids: (string | number)[], options?: BatchOptions) => Promise<void>

  listContacts: (options?: ListOptions) => AsyncGenerator<StoredContact>
  fetchContact: (parameters: { contact_id: string | number }, options?: CallOptions) => Promise<StoredContact>
  saveContacts: (contacts: Contact[], options?: BatchOptions) => Promise<void>
  updateContacts: (contacts: Contact[], options?: BatchOptions) => Promise<void>
  deleteContacts: (ids: (string | number)[], options?: BatchOptions) => Promise<void>

  listDeals: (options?: ListOptions) => AsyncGenerator<StoredDeal>
  fetchDeal: (parameters: { deal_id: string | number }, options?: CallOptions) => Promise<StoredDeal>
  saveDeals: (deals: Deal[], options?: BatchOptions) => Promise<void>
  updateDeals: (deals: Deal[], options?: BatchOptions) => Promise<void>
  deleteDeals: (ids: (string | number)[], options?: BatchOptions) => Promise<void>

  fetchSettings: (options?: CallOptions) => Promise<Settings>
  updateSettings: (parameters: SettingsParameters, options?: CallOptions) => Promise<void>
  createTemplate: (parameters: TemplateParameters, options?: CallOptions) => Promise<unknown>
}

/**
 * A typed client of Wazzup's partner API, acting in one end customer's account.
 * @example
 * const partner = createPartnerClient({ email, password })
 * const wazzup = createWazzupTech({ accessToken: createAccountTokenSource(partner, { account_id }) })
 * const { request_id } = await wazzup.sendMessage({
 *   channel_id, recipient: { chat_type: 'whatsapp', chat_id: '79998887766' }, text: 'Hello',
 * })
 */
export function createWazzupTech(options: WazzupTechOptions): WazzupTech {
  const client = createWazzupTechClient(options)
  return {
    sendMessage: (parameters, call) => sendMessage(client, parameters, call),
    editMessage: (parameters, call) => editMessage(client, parameters, call),
    deleteMessage: (parameters, call) => deleteMessage(client, parameters, call),
    createMessagesDump: (parameters, call) => createMessagesDump(client, parameters, call),
    fetchMessagesDump: (parameters, call) => fetchMessagesDump(client, parameters, call),
    createChannel: (parameters, call) => createChannel(client, parameters, call),
    fetchChannels: (call) => fetchChannels(client, call),
    fetchChannel: (parameters, call) => fetchChannel(client, parameters, call),
    deleteChannel: (parameters, call) => deleteChannel(client, parameters, call),
    sendTwoFactorCode: (parameters, call) => sendTwoFactorCode(client, parameters, call),
    reinitChannel: (parameters, call) => reinitChannel(client, parameters, call),
    createPairingCode: (parameters, call) => createPairingCode(client, parameters, call),
    createChatsLink: (parameters, call) => createChatsLink(client, parameters, call),
    createChannelsLink: (parameters, call) => createChannelsLink(client, parameters, call),
    fetchUnanswered: (parameters, call) => fetchUnanswered(client, parameters, call),
    resetUnanswered: (call) => resetUnanswered(client, call),
    watchUnanswered: (parameters) => watchUnanswered(client, parameters),
    createWebhooks: (targets, call) => createWebhooks(client, targets, call),
    fetchWebhooks: (call) => fetchWebhooks(client, call),
    updateWebhooks: (changes, call) => updateWebhooks(client, changes, call),
    deleteWebhooks: (ids, call) => deleteWebhooks(client, ids, call),
    listUsers: (call) => listUsers(client, call),
    fetchUser: (parameters, call) => fetchUser(client, parameters, call),
    saveUsers: (users, call) => saveUsers(client, users, call),
    updateUsers: (users, call) => updateUsers(client, users, call),
    deleteUsers: (ids, call) => deleteUsers(client, ids, call),
    listContacts: (call) => listContacts(client, call),
    fetchContact: (parameters, call) => fetchContact(client, parameters, call),
    saveContacts: (contacts, call) => saveContacts(client, contacts, call),
    updateContacts: (contacts, call) => updateContacts(client, contacts, call),
    deleteContacts: (ids, call) => deleteContacts(client, ids, call),
    listDeals: (call) => listDeals(client, call),
    fetchDeal: (parameters, call) => fetchDeal(client, parameters, call),
    saveDeals: (deals, call) => saveDeals(client, deals, call),
    updateDeals: (deals, call) => updateDeals(client, deals, call),
    deleteDeals: (ids, call) => deleteDeals(client, ids, call),
    fetchSettings: (call) => fetchSettings(client, call),
    updateSettings: (parameters, call) => updateSettings(client, parameters, call),
    createTemplate: (parameters, call) => createTemplate(client, parameters, call),
  }
}
