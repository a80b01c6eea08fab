/** A phrase with `{count}` in it, in one form for each category of the language's plural: see `Intl.PluralRules`. */
export type CountPhrase = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Texts of a conversation in English, by name. */
const texts = {
  /** Name of the whole. */
  conversation: 'Conversation',
  /** Name of the list of messages. */
  messages: 'Messages',
  loading: 'Loading messages…',
  failed: "Can't load messages",
  retry: 'Try again',
  /** While the browser has no network. */
  offline: 'You are offline.',
  /** While the server cannot be reached. */
  lost: 'Connection lost. Reconnecting…',
  /** While the end could not be read again, with the reason. */
  stale: 'Messages may be missing. {reason}',
  /** Behind each of them. */
  updatedAt: 'Last updated: {at}.',
  ended: 'This conversation is closed.',
  empty: 'No messages yet. Write the first one below.',
  emptyForReaders: 'No messages yet.',
  today: 'Today',
  yesterday: 'Yesterday',
  earlier: 'Show earlier messages',
  later: 'Show later messages',
  loadingMore: 'Loading…',
  loadingMoreFailed: 'Loading failed. Try again',
  toEnd: 'Go to the latest message',
  newMessages: 'New messages',
  viaChannel: 'Via {channel}',
  viaUnknownChannel: 'Via a deleted channel',
  /** Read aloud before each message. */
  company: 'Company:',
  customer: 'Customer:',
  /** Author of a message that no colleague wrote. */
  withoutAuthor: 'Sent through the API',
  template: 'Template {name}',
  edited: 'edited',
  deleted: 'Message deleted',
  quotedUnknown: 'An earlier message',
  goToQuoted: 'Go to this message',
  react: 'React',
  reactWith: 'React with {emoji}',
  quote: 'Quote',
  edit: 'Edit',
  remove: 'Delete message',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  notDelivered: 'Not delivered',
  /** Before the reason. */
  notDeliveredBecause: 'Not delivered. {reason}',
  noReason: 'The messenger gave no reason.',
  sendAgain: 'Send again',
  notSentBecause: 'Not sent. {reason}',
  unconfirmed: 'Could not confirm that it was sent. {reason}',
  tryToSend: 'Retry',
  discard: 'Delete',
  dismiss: 'Dismiss',
  buttons: 'Buttons',
  image: 'Image',
  video: 'Video',
  audio: 'Audio',
  document: 'File',
  voice: 'Voice message',
  play: 'Play',
  pause: 'Pause',
  position: 'Position',
  positionOf: '{at} of {length}',
  speed: 'Speed: {rate} times',
  cannotPlay: "Can't play this file",
  cannotShow: "Can't show {name}",
  enlarge: 'Enlarge {name}',
  download: 'Download',
  close: 'Close',
  contact: 'Contact',
  location: 'Location',
  missedCall: 'Missed call',
  unsupported: 'This kind of message can only be seen in the messenger.',
  /** A message with buttons, without a text. */
  interactive: 'Message with buttons',
  /** A note of the messenger, without a text. */
  system: 'Note of the messenger',
  /** Above a message from a template whose name is not known. */
  fromTemplate: 'From a template',
  reactions: 'Reactions',
  /** Name of the text field. */
  message: 'Message',
  write: 'Write a message',
  caption: 'Add a caption (optional)',
  fileFirst: 'The file and the text are two messages.',
  send: 'Send',
  save: 'Save',
  notSavedBecause: 'Not saved. {reason}',
  replyingTo: 'Replying to:',
  editing: 'Editing:',
  cancelReply: 'Cancel reply',
  cancelEdit: 'Cancel edit',
  attach: 'Attach a file',
  fileToSend: 'File to send',
  removeFile: 'Remove the file',
  emptyFile: 'This file is empty.',
  largeFile: 'Files can be up to {size}.',
  sendVia: 'Send via',
  channelOff: 'off',
  backOnline: 'You can send once you are back online.',
  closedToTexts: 'The customer last wrote more than {period} ago. {messenger} only accepts templates now.',
  closedToReplies: 'The customer last wrote more than {period} ago. {messenger} accepts replies again once they write.',
  chooseTemplate: 'Choose a template',
  useTemplate: 'Use a template',
  /** Name of the dialog. */
  sendTemplateTitle: 'Send a template',
  sendTemplate: 'Send template',
  backToTemplates: 'Back to templates',
  templates: 'Templates',
  loadingTemplates: 'Loading templates…',
  templatesFailed: "Can't load templates",
  noTemplates: 'No approved templates yet',
  searchTemplates: 'Search templates',
  templateNameOrText: 'Name or text',
  noMatchingTemplates: 'No matching templates',
  templateHint: 'Choose a template to preview it and fill it in.',
  templateWithoutFields: 'This template has no fields to fill in.',
  preview: 'Preview',
  required: 'This field is required.',
  linkNeeded: 'Enter a link that starts with http:// or https://.',
  headerFile: 'Link to the header {variable}',
  headerPlace: 'Header, {variable}',
  bodyPlace: 'Text, {variable}',
  buttonPlace: 'Button link, {variable}',
  noTemplateChannel: 'Templates need a working channel that takes them, and you have none.',
  sentVia: 'Sent via {channel}.',
  search: 'Search messages',
  endSearch: 'End the search',
  searching: 'Searching…',
  searchFailed: 'Message search failed.',
  nothingFound: 'No message contains “{text}”.',
  goToDate: 'Go to a date',
  moreFound: 'Showing the latest matches. Type more to find older ones.',
}

/** Words of a conversation. */
export interface ConversationWords extends Record<keyof typeof texts, string> {
  /** BCP 47 tag of the language, as for `Intl`. */
  lang: string
  dir: 'ltr' | 'rtl'
  unanswered: CountPhrase
  charactersLeft: CountPhrase
  charactersTooMany: CountPhrase
  /** Explanations of the vendors' codes for a failure. A code without one is explained by the source, or shown. */
  failures: Partial<Record<string, string>>
  /** Reasons of failed requests by their code. The source explains those that are missing, in English. */
  errors: Partial<Record<string, string>>
}

/** Words of your own. Missing ones come from the language. */
export type ConversationLabels = { [Name in keyof ConversationWords]?: ConversationWords[Name] | undefined }

/** English words of a conversation. */
export const conversationWords: ConversationWords = {
  lang: 'en-GB',
  dir: 'ltr',
  ...texts,
  unanswered: { one: '1 unanswered message', other: '{count} unanswered messages' },
  charactersLeft: { one: '1 character left', other: '{count} characters left' },
  charactersTooMany: { one: '1 character too long', other: '{count} characters too long' },
  failures: {
    BAD_CONTACT: 'This contact has no account in the messenger.',
    TOO_LONG_TEXT: 'The text is too long for the messenger.',
    TOO_BIG_CONTENT: 'The file is too large for the messenger.',
    BAD_LINK: 'The messenger does not allow this link.',
    SPAM: 'The messenger flagged it as spam.',
    '24_HOURS_EXCEEDED': 'The customer last wrote more than 24 hours ago. Send a template instead.',
    '7_DAYS_EXCEEDED': 'The customer last wrote more than 7 days ago.',
  },
  errors: {},
}
