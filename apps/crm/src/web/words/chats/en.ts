/** The words of the chats, in English. */
export const chats = {
  title: 'Chats',
  all: 'All chats',
  with: (name: string) => `Chat with ${name}`,
  messagesWith: (name: string) => `Messages with ${name}`,
  messageTo: (name: string) => `Message to ${name}`,
  showIn: 'Show the chat in',
  views: { window: 'Messenger', conversation: 'Conversation' },
  chat: 'Chat',
  send: 'Send a message',
  sendShort: 'Message',
  waiting: 'Waiting for a reply',
  waitingFailed: "Can't load who waits",
  nobodyWaits: 'Nobody waits',
  nobodyWaitsText: 'All customers have a reply.',
  waitingUnknown: 'Not known who waits',
  waitingUnknownText:
    'No messages of customers reach Northdesk, because it has no public address. The chats themselves are complete.',
  toWebhooks: 'Webhooks in the administration',
  stranger: 'Not a contact yet',
  addContactNamed: (name: string) => `Add ${name} as a contact`,
  openCard: (name: string) => `Open the card of ${name}`,
  hidden: "This chat belongs to another user's contact.",
  newContact: 'New contact from the chat',
  newContactAbout: (messenger: string) => `Wrote in ${messenger}. You will be responsible for them.`,
  withDeal: 'Title of a first deal',
  withDealHint: 'Leave it empty to add the contact only.',
}

/** The words of the chats. */
export type ChatsWords = typeof chats
