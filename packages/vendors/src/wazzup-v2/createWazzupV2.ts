import { type Bound, bindClient } from '../http/bindClient.ts'
import { fetchChannels } from './channels.ts'
import { createWazzupV2Client, type WazzupV2Client, type WazzupV2Options } from './client.ts'
import { deleteContact, fetchContact, listContacts, saveContacts } from './contacts.ts'
import { deleteDeal, fetchDeal, listDeals, saveDeals } from './deals.ts'
import { createIframe } from './iframe.ts'
import { sendMessage } from './messages.ts'
import { watchUnanswered } from './unanswered.ts'
import { deleteUser, fetchUser, fetchUsers, replaceUsers, saveUsers } from './users.ts'
import { fetchWebhooks, setWebhooks } from './webhooks.ts'

const functions = {
  createIframe,
  sendMessage,
  watchUnanswered,
  fetchChannels,
  fetchWebhooks,
  setWebhooks,
  fetchUsers,
  fetchUser,
  saveUsers,
  replaceUsers,
  deleteUser,
  listContacts,
  fetchContact,
  saveContacts,
  deleteContact,
  listDeals,
  fetchDeal,
  saveDeals,
  deleteDeal,
}

/** Wazzup's CRM API V2: the functions of this entry, with the client already given to each. */
export type WazzupV2 = Bound<WazzupV2Client, typeof functions>

/**
 * A typed client of Wazzup's CRM API V2.
 * @throws {InvalidParametersError} for a key that no header can carry.
 * @example
 * const wazzup = createWazzupV2({ apiKey: process.env.WAZZUP_API_KEY })
 * const { url } = await wazzup.createIframe({ user: { id: '7', name: 'Ann' }, scope: 'global' })
 */
export function createWazzupV2(options: WazzupV2Options): WazzupV2 {
  return bindClient(createWazzupV2Client(options), functions)
}
