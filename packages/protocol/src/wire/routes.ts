/** Default path of the proxy. */
export const defaultBasePath = '/chat'

/**
 * The operations of the proxy, by method and path below the base path. A segment that begins with `:` is a parameter. What
 * a vendor does not offer, or the CRM has not switched on, responds with `not_supported`.
 */
export const routes = {
  /** The user, and what this proxy offers. */
  session: { method: 'GET', path: '/session' },
  /** A link to a chat window. */
  window: { method: 'POST', path: '/window' },
  /** The number of unanswered messages. */
  unanswered: { method: 'GET', path: '/unanswered' },
  /** Live events, as server-sent events. */
  events: { method: 'GET', path: '/events' },

  /** The company's accounts in the messengers. */
  channels: { method: 'GET', path: '/channels' },
  channel: { method: 'GET', path: '/channels/:channelId' },
  /** For administrators. A QR code and further steps arrive as `channel` events. */
  createChannel: { method: 'POST', path: '/channels' },
  /** For administrators: a link to the vendor's own window that connects a channel. */
  channelLink: { method: 'POST', path: '/channels/link' },
  /** For administrators: the second factor of a messenger. */
  verifyChannel: { method: 'POST', path: '/channels/:channelId/2fa' },
  /** For administrators: connects a channel again. */
  reinitChannel: { method: 'POST', path: '/channels/:channelId/reinit' },
  /** For administrators: a code to enter in the messenger in place of a QR code. */
  pairChannel: { method: 'POST', path: '/channels/:channelId/pairing-code' },
  /** For administrators. The query `chats=delete` deletes its chats too. */
  deleteChannel: { method: 'DELETE', path: '/channels/:channelId' },

  sendMessage: { method: 'POST', path: '/messages' },
  editMessage: { method: 'PATCH', path: '/messages/:messageId' },
  deleteMessage: { method: 'DELETE', path: '/messages/:messageId' },
  /** Templates of messages, moderated by the messenger. */
  templates: { method: 'GET', path: '/templates' },
  /** Keeps a file for a message. */
  uploadFile: { method: 'POST', path: '/files' },

  /** For administrators: begins an export of messages. */
  createExport: { method: 'POST', path: '/exports' },
  /** For administrators: how far an export is. */
  readExport: { method: 'GET', path: '/exports/:exportId' },

  /** For administrators: users, contacts or deals of the CRM as the vendor has them. */
  vendorData: { method: 'GET', path: '/vendor-data/:kind' },
  /** For administrators: saves them at the vendor. */
  saveVendorData: { method: 'POST', path: '/vendor-data/:kind' },
  /** For administrators: deletes them at the vendor. */
  deleteVendorData: { method: 'POST', path: '/vendor-data/:kind/delete' },

  /** Messages of a conversation, where the vendor keeps its history. */
  conversation: { method: 'GET', path: '/conversations/:conversationId/messages' },
  /** Marks the messages of a conversation as read: call it only for messages that were really seen. */
  readConversation: { method: 'POST', path: '/conversations/:conversationId/read' },
  /** Messages of a conversation by their text, where the CRM keeps its history. */
  searchConversation: { method: 'GET', path: '/conversations/:conversationId/search' },
  /** Messages of a conversation from a time on, where the CRM keeps its history. */
  conversationFrom: { method: 'GET', path: '/conversations/:conversationId/from' },
  /** A file of a message. */
  media: { method: 'GET', path: '/media/:mediaId' },

  /** For the vendor: events of the account. */
  webhook: { method: 'POST', path: '/webhooks/:secret' },
} as const

/** Name of an operation. */
export type Operation = keyof typeof routes

/** Header of every state-changing request: a foreign page cannot set it without a preflight. */
export const requestHeader = { name: 'x-crm-chat', value: '1' } as const

/**
 * Header of a request for a live stream: `1` from a page that is seen, `0` from one in the background. After an outage the
 * streams of pages that are seen get their values first.
 */
export const visibilityHeader = 'x-crm-chat-visible'
