import type { QuirkEntry } from '../../server/quirks/createQuirks.ts'

/** Contradictions among the documents of API v3, and with the live service. */
export const wazzupV3Quirks = {
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
} as const satisfies Record<string, QuirkEntry>

type Names = { [Name in keyof typeof wazzupV3Quirks]: true }

declare module '../../server/quirks/createQuirks.ts' {
  interface QuirkNames extends Names {}
}
