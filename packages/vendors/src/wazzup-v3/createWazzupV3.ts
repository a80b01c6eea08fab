import { type Bound, bindClient } from '../http/bindClient.ts'
import { fetchChannels } from './channels.ts'
import { createWazzupV3Client, type WazzupV3Client, type WazzupV3Options } from './client.ts'
import { deleteContact, deleteContacts, fetchContact, listContacts, saveContacts } from './contacts.ts'
import { deleteDeal, deleteDeals, fetchDeal, listDeals, saveDeals } from './deals.ts'
import { createIframe } from './iframe.ts'
import { setMarketplace } from './marketplace.ts'
import { deleteMessage, editMessage, sendMessage } from './messages.ts'
import { migrateClient } from './migration.ts'
import { fetchPipelines, savePipelines } from './pipelines.ts'
import { listTemplates } from './templates.ts'
import { fetchUnanswered } from './unanswered.ts'
import { deleteUser, deleteUsers, fetchUser, listUsers, saveUsers } from './users.ts'
import { watchUnanswered } from './watchUnanswered.ts'
import { fetchWebhooks, setWebhooks } from './webhooks.ts'

const functions = {
  createIframe,
  sendMessage,
  editMessage,
  deleteMessage,
  watchUnanswered,
  fetchUnanswered,
  fetchChannels,
  fetchWebhooks,
  setWebhooks,
  listUsers,
  fetchUser,
  saveUsers,
  deleteUser,
  deleteUsers,
  listContacts,
  fetchContact,
  saveContacts,
  deleteContact,
  deleteContacts,
  listDeals,
  fetchDeal,
  saveDeals,
  deleteDeal,
  deleteDeals,
  fetchPipelines,
  savePipelines,
  listTemplates,
  setMarketplace,
  migrateClient,
}

/** Wazzup's API v3: the functions of this entry, with the client already given to each. */
export type WazzupV3 = Bound<WazzupV3Client, typeof functions>

/**
 * A typed client of Wazzup's API v3.
 * @throws {InvalidParametersError} for a key that no header can carry.
 * @example
 * const wazzup = createWazzupV3({ apiKey: process.env.WAZZUP_API_KEY })
 * await wazzup.sendMessage({ channelId, chatType: 'telegram', username: 'ann', text: 'Hello' })
 */
export function createWazzupV3(options: WazzupV3Options): WazzupV3 {
  return bindClient(createWazzupV3Client(options), functions)
}
