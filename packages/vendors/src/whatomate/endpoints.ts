import { listCannedResponsesEndpoint } from './cannedResponses.ts'
import {
  assignContactEndpoint,
  createContactEndpoint,
  deleteContactEndpoint,
  tagContactEndpoint,
  updateContactEndpoint,
} from './contactChanges.ts'
import { fetchContactEndpoint, listContactsEndpoint, markContactReadEndpoint } from './contacts.ts'
import { fetchMessagesEndpoint } from './conversation.ts'
import { sendMediaEndpoint } from './media.ts'
import { fetchMediaEndpoint } from './mediaFile.ts'
import { markMessageReadEndpoint, sendMessageEndpoint } from './messages.ts'
import { createNoteEndpoint, deleteNoteEndpoint, listNotesEndpoint, updateNoteEndpoint } from './notes.ts'
import { sendReactionEndpoint } from './reactions.ts'
import { fetchSocketTokenEndpoint } from './socketToken.ts'
import { listTemplatesEndpoint } from './templateList.ts'
import { sendTemplateEndpoint } from './templates.ts'
import { listTransfersEndpoint } from './transfers.ts'
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  fetchWebhooksEndpoint,
  testWebhookEndpoint,
  updateWebhookEndpoint,
} from './webhooks.ts'

/** Every endpoint of a Whatomate server, by the name of the function that sends it. The sandbox serves these. */
export const endpoints = {
  fetchMessages: fetchMessagesEndpoint,
  sendMessage: sendMessageEndpoint,
  sendTemplate: sendTemplateEndpoint,
  sendMedia: sendMediaEndpoint,
  markMessageRead: markMessageReadEndpoint,
  sendReaction: sendReactionEndpoint,
  fetchMedia: fetchMediaEndpoint,
  listContacts: listContactsEndpoint,
  fetchContact: fetchContactEndpoint,
  createContact: createContactEndpoint,
  updateContact: updateContactEndpoint,
  assignContact: assignContactEndpoint,
  tagContact: tagContactEndpoint,
  deleteContact: deleteContactEndpoint,
  markContactRead: markContactReadEndpoint,
  listNotes: listNotesEndpoint,
  createNote: createNoteEndpoint,
  updateNote: updateNoteEndpoint,
  deleteNote: deleteNoteEndpoint,
  listTransfers: listTransfersEndpoint,
  listTemplates: listTemplatesEndpoint,
  listCannedResponses: listCannedResponsesEndpoint,
  fetchSocketToken: fetchSocketTokenEndpoint,
  fetchWebhooks: fetchWebhooksEndpoint,
  createWebhook: createWebhookEndpoint,
  updateWebhook: updateWebhookEndpoint,
  testWebhook: testWebhookEndpoint,
  deleteWebhook: deleteWebhookEndpoint,
}
