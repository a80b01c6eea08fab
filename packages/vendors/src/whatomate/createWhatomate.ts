import type { WatchUnansweredParameters } from '../counters/unanswered.ts'
import type { CallOptions } from '../http/callOptions.ts'
import { createWhatomateClient, type WhatomateOptions } from './client.ts'
import { type Contact, type ContactListParameters, fetchContact, listContacts, markContactRead } from './contacts.ts'
import {
  fetchMessages,
  listMessages,
  type MessageListParameters,
  type MessagePage,
  type MessagesParameters,
} from './conversation.ts'
import { type MediaParameters, sendMedia } from './media.ts'
import type { Message } from './message.ts'
import type { MessageParameters } from './messageRequest.ts'
import { markMessageRead, sendMessage } from './messages.ts'
import type { SentMessage } from './sentMessage.ts'
import { sendTemplate, type TemplateMessageParameters } from './templates.ts'
import { type WatchEventsParameters, watchEvents } from './watchEvents.ts'
import { watchUnanswered } from './watchUnanswered.ts'

/** A Whatomate server, with the client already given to each function. */
export interface Whatomate {
  fetchMessages: (parameters: MessagesParameters, options?: CallOptions) => Promise<MessagePage>
  listMessages: (parameters: MessageListParameters, options?: CallOptions) => AsyncGenerator<Message>
  sendMessage: (parameters: MessageParameters, options?: CallOptions) => Promise<SentMessage>
  sendTemplate: (parameters: TemplateMessageParameters, options?: CallOptions) => Promise<SentMessage>
  sendMedia: (parameters: MediaParameters, options?: CallOptions) => Promise<SentMessage>
  markMessageRead: (parameters: { message_id: string }, options?: CallOptions) => Promise<void>

  listContacts: (parameters?: ContactListParameters, options?: CallOptions) => AsyncGenerator<Contact>
  fetchContact: (parameters: { contact_id: string }, options?: CallOptions) => Promise<Contact>
  markContactRead: (parameters: { contact_id: string }, options?: CallOptions) => Promise<void>

  watchEvents: (parameters: WatchEventsParameters) => () => void
  watchUnanswered: (parameters: WatchUnansweredParameters) => () => void
}

/**
 * A typed client of a Whatomate server.
 * @example
 * const whatomate = createWhatomate({ apiKey: process.env.WHATOMATE_API_KEY, baseUrl: 'https://chat.example.com' })
 * await whatomate.sendMessage({ contact_id, type: 'text', text: 'Hello' })
 */
export function createWhatomate(options: WhatomateOptions): Whatomate {
  const client = createWhatomateClient(options)
  return {
    fetchMessages: (parameters, call) => fetchMessages(client, parameters, call),
    listMessages: (parameters, call) => listMessages(client, parameters, call),
    sendMessage: (parameters, call) => sendMessage(client, parameters, call),
    sendTemplate: (parameters, call) => sendTemplate(client, parameters, call),
    sendMedia: (parameters, call) => sendMedia(client, parameters, call),
    markMessageRead: (parameters, call) => markMessageRead(client, parameters, call),
    listContacts: (parameters, call) => listContacts(client, parameters, call),
    fetchContact: (parameters, call) => fetchContact(client, parameters, call),
    markContactRead: (parameters, call) => markContactRead(client, parameters, call),
    watchEvents: (parameters) => watchEvents(client, parameters),
    watchUnanswered: (parameters) => watchUnanswered(client, parameters),
  }
}
