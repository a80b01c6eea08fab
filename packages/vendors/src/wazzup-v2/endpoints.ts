import { fetchChannelsEndpoint } from './channels.ts'
import { deleteContactEndpoint, fetchContactEndpoint, listContactsEndpoint, saveContactsEndpoint } from './contacts.ts'
import { deleteDealEndpoint, fetchDealEndpoint, listDealsEndpoint, saveDealsEndpoint } from './deals.ts'
import { createIframeEndpoint } from './iframe.ts'
import { sendMessageEndpoint } from './messages.ts'
import {
  deleteUserEndpoint,
  fetchUserEndpoint,
  fetchUsersEndpoint,
  replaceUsersEndpoint,
  saveUsersEndpoint,
} from './users.ts'
import { fetchWebhooksEndpoint, setWebhooksEndpoint } from './webhooks.ts'

/** Every endpoint of Wazzup's CRM API V2, by the name of the function that sends it. The sandbox serves these. */
export const endpoints = {
  createIframe: createIframeEndpoint,
  sendMessage: sendMessageEndpoint,
  fetchChannels: fetchChannelsEndpoint,
  setWebhooks: setWebhooksEndpoint,
  fetchWebhooks: fetchWebhooksEndpoint,
  fetchUsers: fetchUsersEndpoint,
  fetchUser: fetchUserEndpoint,
  saveUsers: saveUsersEndpoint,
  replaceUsers: replaceUsersEndpoint,
  deleteUser: deleteUserEndpoint,
  saveContacts: saveContactsEndpoint,
  listContacts: listContactsEndpoint,
  fetchContact: fetchContactEndpoint,
  deleteContact: deleteContactEndpoint,
  listDeals: listDealsEndpoint,
  fetchDeal: fetchDealEndpoint,
  saveDeals: saveDealsEndpoint,
  deleteDeal: deleteDealEndpoint,
}
