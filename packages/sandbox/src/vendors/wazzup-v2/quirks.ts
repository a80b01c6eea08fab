import type { QuirkEntry } from '../../server/quirks/createQuirks.ts'

/** Contradictions among the documents of API V2, and with the live service. */
export const wazzupV2Quirks = {
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
} as const satisfies Record<string, QuirkEntry>

type Names = { [Name in keyof typeof wazzupV2Quirks]: true }

declare module '../../server/quirks/createQuirks.ts' {
  interface QuirkNames extends Names {}
}
