import { fetchChannelsEndpoint } from './channels.ts'
import {
  deleteContactEndpoint,
  deleteContactsEndpoint,
  fetchContactEndpoint,
  listContactsEndpoint,
  saveContactsEndpoint,
} from './contacts.ts'
import { fetchCounterHostEndpoint } from './counterHost.ts'
import {
  deleteDealEndpoint,
  deleteDealsEndpoint,
  fetchDealEndpoint,
  listDealsEndpoint,
  saveDealsEndpoint,
} from './deals.ts'
import { createIframeEndpoint } from './iframe.ts'
import { setMarketplaceEndpoint } from './marketplace.ts'
import { deleteMessageEndpoint, editMessageEndpoint, sendMessageEndpoint } from './messages.ts'
import { migrateClientEndpoint } from './migration.ts'
import { fetchPipelinesEndpoint, savePipelinesEndpoint } from './pipelines.ts'
import { listTemplatesEndpoint } from './templates.ts'
import { fetchUnansweredEndpoint } from './unanswered.ts'
import {
  deleteUserEndpoint,
  deleteUsersEndpoint,
  fetchUserEndpoint,
  listUsersEndpoint,
  saveUsersEndpoint,
} from './users.ts'
import { fetchWebhooksEndpoint, setWebhooksEndpoint } from './webhooks.ts'

/** Every endpoint of Wazzup's API v3, by the name of the function that sends it. The sandbox serves these. */
export const endpoints = {
  sendMessage: sendMessageEndpoint,
  editMessage: editMessageEndpoint,
  deleteMessage: deleteMessageEndpoint,
  createIframe: createIframeEndpoint,
  fetchChannels: fetchChannelsEndpoint,
  fetchUnanswered: fetchUnansweredEndpoint,
  fetchCounterHost: fetchCounterHostEndpoint,
  fetchWebhooks: fetchWebhooksEndpoint,
  setWebhooks: setWebhooksEndpoint,
  listUsers: listUsersEndpoint,
  fetchUser: fetchUserEndpoint,
  saveUsers: saveUsersEndpoint,
  deleteUser: deleteUserEndpoint,
  deleteUsers: deleteUsersEndpoint,
  listContacts: listContactsEndpoint,
  fetchContact: fetchContactEndpoint,
  saveContacts: saveContactsEndpoint,
  deleteContact: deleteContactEndpoint,
  deleteContacts: deleteContactsEndpoint,
  listDeals: listDealsEndpoint,
  fetchDeal: fetchDealEndpoint,
  saveDeals: saveDealsEndpoint,
  deleteDeal: deleteDealEndpoint,
  deleteDeals: deleteDealsEndpoint,
  fetchPipelines: fetchPipelinesEndpoint,
  savePipelines: savePipelinesEndpoint,
  listTemplates: listTemplatesEndpoint,
  setMarketplace: setMarketplaceEndpoint,
  migrateClient: migrateClientEndpoint,
}
