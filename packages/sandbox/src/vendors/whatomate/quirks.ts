import type { QuirkEntry } from '../../server/quirks/createQuirks.ts'

/** Contradictions among the documents of Whatomate, and with the live service. */
export const whatomateQuirks = {
  'whatomate.docs2025': {
    vendor: 'whatomate',
    description:
      'Answers have the shapes of the documents of 2025: items for messages, type, wa_message_id, timestamp.',
  },
  'whatomate.shortTemplateReply': {
    vendor: 'whatomate',
    description: 'A template sent is answered with four fields instead of the whole message.',
  },
  'whatomate.messageStatusEvent': {
    vendor: 'whatomate',
    description: 'The socket says message_status instead of status_update.',
  },
  'whatomate.queryToken': {
    vendor: 'whatomate',
    description: 'The socket takes its token from the query, before the upgrade, instead of from the first frame.',
  },
  'whatomate.apiSocketPath': { vendor: 'whatomate', description: 'The socket is at /api/ws instead of /ws.' },
  'whatomate.objectReply': {
    vendor: 'whatomate',
    description: 'reply_to_message.content is an object instead of a text.',
  },
  'whatomate.noMarkRead': {
    vendor: 'whatomate',
    description: 'POST /api/contacts/{id}/mark-read is not found, as in builds before May 2026.',
  },
  'whatomate.statusRegression': {
    vendor: 'whatomate',
    description: 'A late "delivered" overwrites "read", since nothing holds statuses in order.',
  },
  'whatomate.serviceWindow': {
    vendor: 'whatomate',
    description: 'Texts to customers who have been silent for 24 hours fail, as Meta has it.',
  },
  'whatomate.failedSends': { vendor: 'whatomate', description: 'Whatever is sent is accepted, and then fails.' },
  'whatomate.botReads': {
    vendor: 'whatomate',
    description: 'A bot has read what comes in: messages are read when they are saved, and unread_count stays 0.',
  },
  'whatomate.maskedPhones': { vendor: 'whatomate', description: 'Phone numbers are masked.' },
  'whatomate.rateLimit': {
    vendor: 'whatomate',
    description: 'More than 200 requests a minute are answered 429 with Retry-After.',
  },
  'whatomate.smallBodies': { vendor: 'whatomate', description: 'Requests above 4 MiB are refused.' },
  'whatomate.nullDeleted': {
    vendor: 'whatomate',
    description: 'DELETE /api/contacts/{id} is answered with null data instead of a message.',
  },
  'whatomate.oneSocketPerUser': { vendor: 'whatomate', description: 'A second socket of a user closes the first.' },
  'whatomate.mediaLimits': {
    vendor: 'whatomate',
    description:
      'Files are refused that are larger, or of another format, than the page on messages allows: 5 MB of image, 16 of video and audio, 100 of document.',
  },
  'whatomate.legacySend': {
    vendor: 'whatomate',
    description:
      'POST /api/messages sends to the contact_id in its body, as newer documents say, instead of never finding a contact.',
  },
  'whatomate.wholePastEnd': {
    vendor: 'whatomate',
    description: 'A page two beyond the first message is the whole conversation instead of empty.',
  },
  'whatomate.shrunkLimit': {
    vendor: 'whatomate',
    description:
      'The last page of a conversation tells how many messages it has as its limit, as older builds do, instead of the limit asked for.',
  },
  'whatomate.emptyFields': {
    vendor: 'whatomate',
    description: 'What a message has not is "", null or [], as samples show it, instead of left out.',
  },
  'whatomate.storagePaths': {
    vendor: 'whatomate',
    description:
      'media_url is a path in the storage, images/<id>.jpg, as older builds have it, instead of one of the API.',
  },
  'whatomate.commaParameters': {
    vendor: 'whatomate',
    description:
      'The template parameters that are expected are listed with commas, as documents show it, instead of spaces.',
  },
  'whatomate.nullReactions': {
    vendor: 'whatomate',
    description:
      'A message without reactions has null of them, instead of an empty list, once the last was taken back.',
  },
  'whatomate.customFields': {
    vendor: 'whatomate',
    description: 'The metadata of contacts is called custom_fields, as in older builds.',
  },
  'whatomate.caseSensitiveSearch': {
    vendor: 'whatomate',
    description: 'Contacts are searched with regard to capitals, as in builds of early 2026.',
  },
  'whatomate.stubContacts': {
    vendor: 'whatomate',
    description: 'Contacts cannot be added, changed or deleted (501), as in builds of 2025.',
  },
  'whatomate.rateLimitHeaders': {
    vendor: 'whatomate',
    description:
      'More than 100 requests a minute are answered 429, and every answer has X-RateLimit headers, as the old page on limits reads.',
  },
  'whatomate.keyOpensSocket': {
    vendor: 'whatomate',
    description: 'The socket takes the API key as its token, as its page claims.',
  },
  'whatomate.silentFailures': {
    vendor: 'whatomate',
    description: 'The socket does not tell that a message has failed, as in older builds.',
  },
  'whatomate.bareStatus': {
    vendor: 'whatomate',
    description: 'status_update has message_id and status only, as in older builds.',
  },
  'whatomate.colonEvents': {
    vendor: 'whatomate',
    description: 'Events of webhooks are spelt message:incoming, as their page has them, instead of message.incoming.',
  },
  'whatomate.generatedSecret': {
    vendor: 'whatomate',
    description: 'A webhook without a secret gets one, which is told once, as its page says.',
  },
  'whatomate.agentKey': {
    vendor: 'whatomate',
    description:
      'The key was made by an agent who may not read all contacts: only those assigned to them, or handed over to them, are there, and what needs a permission is refused 403.',
  },
} as const satisfies Record<string, QuirkEntry>

type Names = { [Name in keyof typeof whatomateQuirks]: true }

declare module '../../server/quirks/createQuirks.ts' {
  interface QuirkNames extends Names {}
}
