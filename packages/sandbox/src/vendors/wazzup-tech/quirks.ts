import type { QuirkEntry } from '../../server/quirks/createQuirks.ts'

/** Contradictions among the documents of the tech API, and with the live service. */
export const wazzupTechQuirks = {
  'wazzup-tech.nestedUser': {
    vendor: 'wazzup-tech',
    description: 'Links to the chats require user {id}, as the table says, instead of user_id, as the live API does.',
  },
  'wazzup-tech.urlField': {
    vendor: 'wazzup-tech',
    description: 'Links to the chats are returned as data.url instead of data.link.',
  },
  'wazzup-tech.textChatId': {
    vendor: 'wazzup-tech',
    description: 'POST /v2/messages returns chat_id as a text instead of a number.',
  },
  'wazzup-tech.camelCaseCodes': {
    vendor: 'wazzup-tech',
    description: 'Codes are in camel case: repeatedCrmMessageId for REPEATED_CRM_MESSAGE_ID.',
  },
  'wazzup-tech.nullReason': {
    vendor: 'wazzup-tech',
    description: 'A channel without a reason has the text "null" as its reason, as in the sample.',
  },
  'wazzup-tech.strictNulls': {
    vendor: 'wazzup-tech',
    description: 'An optional field with null is refused, instead of being taken for a missing one.',
  },
  'wazzup-tech.webhookRetries': {
    vendor: 'wazzup-tech',
    description:
      'A webhook without a response, or with 429 or 5xx, is retried after 10 and 60 seconds with the same key, as its page allows.',
  },
} as const satisfies Record<string, QuirkEntry>

type Names = { [Name in keyof typeof wazzupTechQuirks]: true }

declare module '../../server/quirks/createQuirks.ts' {
  interface QuirkNames extends Names {}
}
