import type { QuirkEntry } from '../../server/quirks/createQuirks.ts'

/** Contradictions among the documents of API v3, and with the live service. */
export const wazzupV3Quirks = {
  'wazzup-v3.basicKey': {
    vendor: 'wazzup-v3',
    description: 'The scheme Basic is accepted too, as on the page about deals.',
  },
  'wazzup-v3.iframeCreated': { vendor: 'wazzup-v3', description: 'POST /v3/iframe responds 201 instead of 200.' },
  'wazzup-v3.nestedErrors': {
    vendor: 'wazzup-v3',
    description: 'Errors of POST /v3/iframe are {"error": {"code"}}, as clients have seen them.',
  },
  'wazzup-v3.errorList': { vendor: 'wazzup-v3', description: 'Errors are {"errors": [{code, message}]}.' },
  'wazzup-v3.emptyErrors': { vendor: 'wazzup-v3', description: 'Errors have a status and no body.' },
  'wazzup-v3.olderCodes': {
    vendor: 'wazzup-v3',
    description:
      "POST /v3/message refuses with the older page's codes, e.g. CHAT_MISSING_CHAT_ID or MESSAGES_ABNORMAL_SEND, instead of INVALID_MESSAGE_DATA and WRONG_TRANSPORT.",
  },
  'wazzup-v3.camelCaseCodes': {
    vendor: 'wazzup-v3',
    description:
      'Codes are in camel case, as in the text of the documents: repeatedCrmMessageId for REPEATED_CRM_MESSAGE_ID.',
  },
  'wazzup-v3.singularCodes': {
    vendor: 'wazzup-v3',
    description: 'Codes start with MESSAGE_ instead of MESSAGES_, as on older pages.',
  },
  'wazzup-v3.pluralCodes': {
    vendor: 'wazzup-v3',
    description: 'Codes start with MESSAGES_ instead of MESSAGE_, as on newer pages.',
  },
  'wazzup-v3.qrIdle': {
    vendor: 'wazzup-v3',
    description: 'Channels that wait for a scan have the state qridle instead of qr.',
  },
  'wazzup-v3.lowerCaseStates': {
    vendor: 'wazzup-v3',
    description: 'States of channels are in lower case: openelsewhere for openElsewhere.',
  },
  'wazzup-v3.pagedUsers': {
    vendor: 'wazzup-v3',
    description: 'GET /v3/users responds {count, data} in pages of 100, instead of one list.',
  },
  'wazzup-v3.webhookTexts': {
    vendor: 'wazzup-v3',
    description: 'GET /v3/webhooks returns its switches as the texts "true" and "false".',
  },
  'wazzup-v3.webhooksOkObject': {
    vendor: 'wazzup-v3',
    description: 'PATCH /v3/webhooks responds {"ok": true}, as on its page, instead of the text OK.',
  },
  'wazzup-v3.wabaTemplatesStatus': {
    vendor: 'wazzup-v3',
    description: 'The webhook switch of templates is named wabaTemplatesStatus instead of templateStatus.',
  },
  'wazzup-v3.plainCounter': {
    vendor: 'wazzup-v3',
    description: 'counterUpdate contains only {counter}, without counterV2 and type.',
  },
  'wazzup-v3.longUserFields': {
    vendor: 'wazzup-v3',
    description: 'Ids and names of users may have 200 letters, instead of 64 and 150.',
  },
  'wazzup-v3.strictSlashes': {
    vendor: 'wazzup-v3',
    description: 'A path with a trailing slash is not found, although clients use such paths.',
  },
  'wazzup-v3.strictFields': {
    vendor: 'wazzup-v3',
    description: 'A body with unknown fields is refused, instead of being read without them.',
  },
  'wazzup-v3.strictNulls': {
    vendor: 'wazzup-v3',
    description: 'An optional field with null or an empty text is refused, instead of being taken for a missing one.',
  },
  'wazzup-v3.bodies': {
    vendor: 'wazzup-v3',
    description: 'Responses to POST and DELETE without a body contain {"ok": true}.',
  },
} as const satisfies Record<string, QuirkEntry>

type Names = { [Name in keyof typeof wazzupV3Quirks]: true }

declare module '../../server/quirks/createQuirks.ts' {
  interface QuirkNames extends Names {}
}
