import { type Bound, bindClient } from '../http/bindClient.ts'
import { createPairingCode, reinitChannel, sendTwoFactorCode } from './channelAuth.ts'
import { createChannel, deleteChannel, fetchChannel, fetchChannels } from './channels.ts'
import { createWazzupTechClient, type WazzupTechClient, type WazzupTechOptions } from './client.ts'
import { deleteContacts, fetchContact, listContacts, saveContacts, updateContacts } from './contacts.ts'
import { deleteDeals, fetchDeal, listDeals, saveDeals, updateDeals } from './deals.ts'
import { createChannelsLink, createChatsLink } from './iframeLinks.ts'
import { deleteMessage, editMessage, sendMessage } from './messages.ts'
import { createMessagesDump, fetchMessagesDump } from './messagesDump.ts'
import { fetchSettings, updateSettings } from './settings.ts'
import { createTemplate } from './templates.ts'
import { fetchUnanswered, resetUnanswered, watchUnanswered } from './unanswered.ts'
import { deleteUsers, fetchUser, listUsers, saveUsers, updateUsers } from './users.ts'
import { createWebhooks, deleteWebhooks, fetchWebhooks, updateWebhooks } from './webhooks.ts'

const functions = {
  sendMessage,
  editMessage,
  deleteMessage,
  createMessagesDump,
  fetchMessagesDump,
  createChannel,
  fetchChannels,
  fetchChannel,
  deleteChannel,
  sendTwoFactorCode,
  reinitChannel,
  createPairingCode,
  createChatsLink,
  createChannelsLink,
  fetchUnanswered,
  resetUnanswered,
  watchUnanswered,
  createWebhooks,
  fetchWebhooks,
  updateWebhooks,
  deleteWebhooks,
  listUsers,
  fetchUser,
  saveUsers,
  updateUsers,
  deleteUsers,
  listContacts,
  fetchContact,
  saveContacts,
  updateContacts,
  deleteContacts,
  listDeals,
  fetchDeal,
  saveDeals,
  updateDeals,
  deleteDeals,
  fetchSettings,
  updateSettings,
  createTemplate,
}

/** Wazzup's partner API: the functions of this entry that act in an account, with the client already given to each. */
export type WazzupTech = Bound<WazzupTechClient, typeof functions>

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
  return bindClient(createWazzupTechClient(options), functions)
}
