import type { Vendor } from '../routes/route.ts'

interface QuirkEntry {
  vendor: Vendor
  /** What changes when it is on. Off is what the vendor's document says. */
  description: string
}

/**
 * Everything about which a vendor's documents contradict each other, or its live API. Off, the sandbox does what the
 * document of the API says; on, it does the other thing.
 */
export const quirkTable = {
  'wazzup-v2.activeChatObject': {
    vendor: 'wazzup-v2',
    description:
      'POST /v2/iframe takes activeChat as an object only, as its table says, not as the list of its example.',
  },
  'wazzup-v2.iframeCreated': { vendor: 'wazzup-v2', description: 'POST /v2/iframe is answered 201 instead of 200.' },
  'wazzup-v2.singularCodes': {
    vendor: 'wazzup-v2',
    description: 'Codes that begin with MESSAGES_ begin with MESSAGE_, as older pages have them.',
  },
  'wazzup-v2.pluralCodes': {
    vendor: 'wazzup-v2',
    description: 'Codes that begin with MESSAGE_ begin with MESSAGES_, as other pages have them.',
  },
  'wazzup-v2.flatErrors': {
    vendor: 'wazzup-v2',
    description:
      'Errors are {"error": code, "description"}, as v3 has them, instead of {"error": {code, description}}.',
  },
  'wazzup-v2.errorList': {
    vendor: 'wazzup-v2',
    description: 'Errors are {"errors": [{code, message}]} instead of {"error": {code, description}}.',
  },
  'wazzup-v2.emptyErrors': { vendor: 'wazzup-v2', description: 'Errors have a status and no body.' },
  'wazzup-v2.numericChatId': { vendor: 'wazzup-v2', description: 'Answers and webhooks give chatId as a number.' },
  'wazzup-v3.basicKey': {
    vendor: 'wazzup-v3',
    description: 'The key is taken after the word Basic too, as the page on deals shows it.',
  },
  'wazzup-v3.iframeCreated': { vendor: 'wazzup-v3', description: 'POST /v3/iframe is answered 201 instead of 200.' },
  'wazzup-v3.nestedErrors': {
    vendor: 'wazzup-v3',
    description: 'Errors of POST /v3/iframe are {"error": {"code"}}, as clients have seen them.',
  },
  'wazzup-v3.errorList': { vendor: 'wazzup-v3', description: 'Errors are {"errors": [{code, message}]}.' },
  'wazzup-v3.emptyErrors': { vendor: 'wazzup-v3', description: 'Errors have a status and no body.' },
  'wazzup-v3.camelCaseCodes': {
    vendor: 'wazzup-v3',
    description: 'Codes are in camel case, as the prose has them: repeatedCrmMessageId for REPEATED_CRM_MESSAGE_ID.',
  },
  'wazzup-v3.singularCodes': {
    vendor: 'wazzup-v3',
    description: 'Codes that begin with MESSAGES_ begin with MESSAGE_, as older pages have them.',
  },
  'wazzup-v3.pluralCodes': {
    vendor: 'wazzup-v3',
    description: 'Codes that begin with MESSAGE_ begin with MESSAGES_, as newer pages have them.',
  },
  'wazzup-v3.qrIdle': {
    vendor: 'wazzup-v3',
    description: 'Channels that wait for a scan are in the state qridle instead of qr.',
  },
  'wazzup-v3.lowerCaseStates': {
    vendor: 'wazzup-v3',
    description: 'States of channels are in lower case: openelsewhere for openElsewhere.',
  },
  'wazzup-v3.pagedUsers': {
    vendor: 'wazzup-v3',
    description: 'GET /v3/users is answered {count, data} by pages of 100, instead of one list.',
  },
  'wazzup-v3.webhookTexts': {
    vendor: 'wazzup-v3',
    description: 'GET /v3/webhooks gives its switches as the texts "true" and "false".',
  },
  'wazzup-v3.wabaTemplatesStatus': {
    vendor: 'wazzup-v3',
    description: 'The webhook switch of templates is named wabaTemplatesStatus instead of templateStatus.',
  },
  'wazzup-v3.plainCounter': {
    vendor: 'wazzup-v3',
    description: 'counterUpdate carries {counter} only, without counterV2 and type.',
  },
  'wazzup-v3.longUserFields': {
    vendor: 'wazzup-v3',
    description: 'Ids and names of users may have 200 letters, instead of 64 and 150.',
  },
  'wazzup-v3.strictSlashes': {
    vendor: 'wazzup-v3',
    description: 'An address with a slash at its end is not found, although clients call such.',
  },
  'wazzup-v3.bodies': {
    vendor: 'wazzup-v3',
    description: 'Answers to POST and DELETE that have no body carry {"ok": true}.',
  },
  'wazzup-tech.nestedUser': {
    vendor: 'wazzup-tech',
    description: 'Links to the chats take user {id}, as the table says, instead of user_id, which the live API wants.',
  },
  'wazzup-tech.urlField': {
    vendor: 'wazzup-tech',
    description: 'Links to the chats are answered as data.url instead of data.link.',
  },
  'wazzup-tech.textChatId': {
    vendor: 'wazzup-tech',
    description: 'POST /v2/messages gives chat_id as a text instead of a number.',
  },
  'wazzup-tech.camelCaseCodes': {
    vendor: 'wazzup-tech',
    description: 'Codes are in camel case: repeatedCrmMessageId for REPEATED_CRM_MESSAGE_ID.',
  },
  'wazzup-tech.nullReason': {
    vendor: 'wazzup-tech',
    description: 'A channel without a reason has the text "null" as its reason, as the sample shows it.',
  },
  'wazzup-tech.webhookRetries': {
    vendor: 'wazzup-tech',
    description:
      'A webhook that got no answer, 429 or 5xx comes again after 10 and 60 seconds with the same key, as its page says it may.',
  },
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

/** The name of a quirk. */
export type QuirkName = keyof typeof quirkTable

/** Every quirk there is. */
export const quirkNames = Object.keys(quirkTable).filter(isQuirkName)

/** True for the name of a quirk. */
export function isQuirkName(name: string): name is QuirkName {
  return Object.hasOwn(quirkTable, name)
}
