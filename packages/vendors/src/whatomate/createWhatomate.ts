import { type Bound, bindClient } from '../http/bindClient.ts'
import { listCannedResponses } from './cannedResponses.ts'
import { createWhatomateClient, type WhatomateClient, type WhatomateOptions } from './client.ts'
import { assignContact, createContact, deleteContact, tagContact, updateContact } from './contactChanges.ts'
import { fetchContact, listContacts, markContactRead } from './contacts.ts'
import { fetchMessages, listMessages } from './conversation.ts'
import { sendMedia } from './media.ts'
import { fetchMedia } from './mediaFile.ts'
import { markMessageRead, sendMessage } from './messages.ts'
import { createNote, deleteNote, listNotes, updateNote } from './notes.ts'
import { openMedia } from './openMedia.ts'
import { sendReaction } from './reactions.ts'
import { listTemplates } from './templateList.ts'
import { sendTemplate } from './templates.ts'
import { listTransfers } from './transfers.ts'
import { watchEvents } from './watchEvents.ts'
import { watchUnanswered } from './watchUnanswered.ts'
import { createWebhook, deleteWebhook, fetchWebhooks, testWebhook, updateWebhook } from './webhooks.ts'

const functions = {
  fetchMessages,
  listMessages,
  sendMessage,
  sendTemplate,
  sendMedia,
  fetchMedia,
  openMedia,
  sendReaction,
  markMessageRead,
  listContacts,
  fetchContact,
  createContact,
  updateContact,
  assignContact,
  tagContact,
  deleteContact,
  markContactRead,
  listNotes,
  createNote,
  updateNote,
  deleteNote,
  listTransfers,
  listTemplates,
  listCannedResponses,
  fetchWebhooks,
  createWebhook,
  updateWebhook,
  testWebhook,
  deleteWebhook,
  watchEvents,
  watchUnanswered,
}

/** A Whatomate server: the functions of this entry, with the client already given to each. */
export type Whatomate = Bound<WhatomateClient, typeof functions>

/**
 * A typed client of a Whatomate server.
 * @example
 * const whatomate = createWhatomate({ apiKey: process.env.WHATOMATE_API_KEY, baseUrl: 'https://chat.example.com' })
 * await whatomate.sendMessage({ contact_id, type: 'text', text: 'Hello' })
 */
export function createWhatomate(options: WhatomateOptions): Whatomate {
  return bindClient(createWhatomateClient(options), functions)
}
