import { createAccountEndpoint, fetchAccountEndpoint } from './accounts.ts'
import { createPairingCodeEndpoint, reinitChannelEndpoint, sendTwoFactorCodeEndpoint } from './channelAuth.ts'
import {
  createChannelEndpoint,
  deleteChannelEndpoint,
  fetchChannelEndpoint,
  fetchChannelsEndpoint,
} from './channels.ts'
import {
  deleteContactsEndpoint,
  fetchContactEndpoint,
  listContactsEndpoint,
  saveContactsEndpoint,
  updateContactsEndpoint,
} from './contacts.ts'
import { createAuthorizationEndpoint } from './createAuthorization.ts'
import {
  deleteDealsEndpoint,
  fetchDealEndpoint,
  listDealsEndpoint,
  saveDealsEndpoint,
  updateDealsEndpoint,
} from './deals.ts'
import { createChannelsLinkEndpoint, createChatsLinkEndpoint } from './iframeLinks.ts'
import { deleteMessageEndpoint, editMessageEndpoint, sendMessageEndpoint } from './messages.ts'
import { createMessagesDumpEndpoint, fetchMessagesDumpEndpoint } from './messagesDump.ts'
import { fetchSettingsEndpoint, updateSettingsEndpoint } from './settings.ts'
import { createTemplateEndpoint } from './templates.ts'
import { requestTokensEndpoint } from './tokens.ts'
import { fetchUnansweredEndpoint, resetUnansweredEndpoint } from './unanswered.ts'
import {
  deleteUsersEndpoint,
  fetchUserEndpoint,
  listUsersEndpoint,
  saveUsersEndpoint,
  updateUsersEndpoint,
} from './users.ts'
import {
  createWebhooksEndpoint,
  deleteWebhooksEndpoint,
  fetchWebhooksEndpoint,
  updateWebhooksEndpoint,
} from './webhooks.ts'

/** Every endpoint of Wazzup's partner API, by the name of the function that sends it. The sandbox serves these. */
export const endpoints = {
  sendMessage: sendMessageEndpoint,
  editMessage: editMessageEndpoint,
  deleteMessage: deleteMessageEndpoint,
  createMessagesDump: createMessagesDumpEndpoint,
  fetchMessagesDump: fetchMessagesDumpEndpoint,
  createChannel: createChannelEndpoint,
  createChannelsLink: createChannelsLinkEndpoint,
  sendTwoFactorCode: sendTwoFactorCodeEndpoint,
  reinitChannel: reinitChannelEndpoint,
  fetchChannel: fetchChannelEndpoint,
  fetchChannels: fetchChannelsEndpoint,
  deleteChannel: deleteChannelEndpoint,
  createPairingCode: createPairingCodeEndpoint,
  createChatsLink: createChatsLinkEndpoint,
  fetchUnanswered: fetchUnansweredEndpoint,
  resetUnanswered: resetUnansweredEndpoint,
  createWebhooks: createWebhooksEndpoint,
  fetchWebhooks: fetchWebhooksEndpoint,
  updateWebhooks: updateWebhooksEndpoint,
  deleteWebhooks: deleteWebhooksEndpoint,
  listUsers: listUsersEndpoint,
  fetchUser: fetchUserEndpoint,
  saveUsers: saveUsersEndpoint,
  updateUsers: updateUsersEndpoint,
  deleteUsers: deleteUsersEndpoint,
  listContacts: listContactsEndpoint,
  fetchContact: fetchContactEndpoint,
  saveContacts: saveContactsEndpoint,
  updateContacts: updateContactsEndpoint,
  deleteContacts: deleteContactsEndpoint,
  listDeals: listDealsEndpoint,
  fetchDeal: fetchDealEndpoint,
  saveDeals: saveDealsEndpoint,
  updateDeals: updateDealsEndpoint,
  deleteDeals: deleteDealsEndpoint,
  fetchSettings: fetchSettingsEndpoint,
  updateSettings: updateSettingsEndpoint,
  createTemplate: createTemplateEndpoint,
  createAuthorization: createAuthorizationEndpoint,
  requestTokens: requestTokensEndpoint,
  createAccount: createAccountEndpoint,
  fetchAccount: fetchAccountEndpoint,
}
