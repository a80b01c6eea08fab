import type { QuirkEntry } from '../../server/quirks/createQuirks.ts'

/** Contradictions among the documents of API V2, and with the live service. */
export const wazzupV2Quirks = {
  'wazzup-v2.activeChatObject': {
    vendor: 'wazzup-v2',
    description:
      'POST /v2/iframe accepts activeChat only as an object, as its table says, not as the list in its example.',
  },
  'wazzup-v2.iframeCreated': { vendor: 'wazzup-v2', description: 'POST /v2/iframe responds 201 instead of 200.' },
  'wazzup-v2.singularCodes': {
    vendor: 'wazzup-v2',
    description: 'Codes start with MESSAGE_ instead of MESSAGES_, as on older pages.',
  },
  'wazzup-v2.pluralCodes': {
    vendor: 'wazzup-v2',
    description: 'Codes start with MESSAGES_ instead of MESSAGE_, as on other pages.',
  },
  'wazzup-v2.flatErrors': {
    vendor: 'wazzup-v2',
    description: 'Errors are {"error": code, "description"}, as in v3, instead of {"error": {code, description}}.',
  },
  'wazzup-v2.errorList': {
    vendor: 'wazzup-v2',
    description: 'Errors are {"errors": [{code, message}]} instead of {"error": {code, description}}.',
  },
  'wazzup-v2.emptyErrors': { vendor: 'wazzup-v2', description: 'Errors have a status and no body.' },
  'wazzup-v2.strictFields': {
    vendor: 'wazzup-v2',
    description: 'A body with unknown fields is refused, instead of being read without them.',
  },
  'wazzup-v2.strictNulls': {
    vendor: 'wazzup-v2',
    description: 'An optional field with null or an empty text is refused, instead of being taken for a missing one.',
  },
  'wazzup-v2.uploadedUsersOnly': {
    vendor: 'wazzup-v2',
    description:
      'A user who was never uploaded has a count of 0 and cannot open a window, as in the other APIs; the document does not ask for it.',
  },
  'wazzup-v2.numericChatId': { vendor: 'wazzup-v2', description: 'Responses and webhooks contain chatId as a number.' },
} as const satisfies Record<string, QuirkEntry>

type Names = { [Name in keyof typeof wazzupV2Quirks]: true }

declare module '../../server/quirks/createQuirks.ts' {
  interface QuirkNames extends Names {}
}
