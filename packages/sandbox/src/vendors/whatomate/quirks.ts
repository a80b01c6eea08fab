import type { QuirkEntry } from '../../server/quirks/createQuirks.ts'

/** Contradictions among the documents of Whatomate, and with the live service. */
export const whatomateQuirks = {
  'whatomate.docs2025': {
    vendor: 'whatomate',
    description:
      'Responses have the shapes of the documents of 2025: items for messages, type, wa_message_id, timestamp.',
  },
  'whatomate.shortTemplateReply': {
    vendor: 'whatomate',
    description: 'The response to a sent template has four fields instead of the whole message.',
  },
  'whatomate.messageStatusEvent': {
    vendor: 'whatomate',
    description: 'The socket sends message_status instead of status_update.',
  },
  'whatomate.queryToken': {
    vendor: 'whatomate',
    description: 'The socket reads its token from the query, before the upgrade, instead of from the first frame.',
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
    description: 'A late "delivered" overwrites "read", because nothing keeps statuses in order.',
  },
  'whatomate.serviceWindow': {
    vendor: 'whatomate',
    description: 'Texts to customers who have been silent for 24 hours fail, by Meta’s rule.',
  },
  'whatomate.failedSends': { vendor: 'whatomate', description: 'Every message is accepted, and then fails.' },
  'whatomate.botReads': {
    vendor: 'whatomate',
    description: 'A bot reads incoming messages: they are read once they are saved, and unread_count stays 0.',
  },
  'whatomate.maskedPhones': { vendor: 'whatomate', description: 'Phone numbers are masked.' },
  'whatomate.rateLimit': {
    vendor: 'whatomate',
    description: 'More than 200 requests a minute get 429 with Retry-After.',
  },
  'whatomate.smallBodies': { vendor: 'whatomate', description: 'Requests above 4 MiB are refused.' },
  'whatomate.nullDeleted': {
    vendor: 'whatomate',
    description: 'DELETE /api/contacts/{id} responds with null data instead of a message.',
  },
  'whatomate.oneSocketPerUser': { vendor: 'whatomate', description: 'A second socket of a user closes the first.' },
  'whatomate.mediaLimits': {
    vendor: 'whatomate',
    description:
      'Files beyond the limits on the page about messages are refused: 5 MB for images, 16 for video and audio, 100 for documents, and certain formats.',
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
      'The limit of a conversation’s last page is its number of messages, as in older builds, instead of the requested limit.',
  },
  'whatomate.emptyFields': {
    vendor: 'whatomate',
    description: 'Missing fields of a message are "", null or [], as in samples, instead of omitted.',
  },
  'whatomate.storagePaths': {
    vendor: 'whatomate',
    description:
      'media_url is a path in the storage, images/<id>.jpg, as in older builds, instead of a path of the API.',
  },
  'whatomate.commaParameters': {
    vendor: 'whatomate',
    description: 'Expected template parameters are listed with commas, as in the documents, instead of spaces.',
  },
  'whatomate.nullReactions': {
    vendor: 'whatomate',
    description: 'Once the last reaction is removed, reactions is null instead of an empty list.',
  },
  'whatomate.customFields': {
    vendor: 'whatomate',
    description: 'The metadata of contacts is called custom_fields, as in older builds.',
  },
  'whatomate.caseSensitiveSearch': {
    vendor: 'whatomate',
    description: 'The search for contacts is case-sensitive, as in builds of early 2026.',
  },
  'whatomate.stubContacts': {
    vendor: 'whatomate',
    description: 'Contacts cannot be added, changed or deleted (501), as in builds of 2025.',
  },
  'whatomate.rateLimitHeaders': {
    vendor: 'whatomate',
    description:
      'More than 100 requests a minute get 429, and every response has X-RateLimit headers, as on the old page about limits.',
  },
  'whatomate.bodyTokens': {
    vendor: 'whatomate',
    description:
      'Login and refresh respond with tokens in the body instead of cookies, and a user’s role is a word, as in builds of 2025.',
  },
  'whatomate.tokensOutliveLogout': {
    vendor: 'whatomate',
    description:
      'An access token is valid until it expires, even after the logout, as on the server, which checks its signature only.',
  },
  'whatomate.bareResponses': {
    vendor: 'whatomate',
    description: 'Responses are the data alone, without status and data around them, as in a fork of August 2026.',
  },
  'whatomate.keyOpensSocket': {
    vendor: 'whatomate',
    description: 'The socket accepts the API key as its token, as its page claims.',
  },
  'whatomate.silentFailures': {
    vendor: 'whatomate',
    description: 'The socket sends no event for a failed message, as in older builds.',
  },
  'whatomate.bareStatus': {
    vendor: 'whatomate',
    description: 'status_update contains only message_id and status, as in older builds.',
  },
  'whatomate.colonEvents': {
    vendor: 'whatomate',
    description: 'Events of webhooks are spelled message:incoming, as on their page, instead of message.incoming.',
  },
  'whatomate.generatedSecret': {
    vendor: 'whatomate',
    description: 'A webhook without a secret gets one, which is shown once, as its page says.',
  },
  'whatomate.agentKey': {
    vendor: 'whatomate',
    description:
      'The key belongs to an agent without access to all contacts: only assigned and handed-over contacts are visible, and routes that require a permission respond 403.',
  },
} as const satisfies Record<string, QuirkEntry>

type Names = { [Name in keyof typeof whatomateQuirks]: true }

declare module '../../server/quirks/createQuirks.ts' {
  interface QuirkNames extends Names {}
}
