import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { bob } from '../fixtures/people.ts'
import type { ErrorCase } from './errorCase.ts'
import { createMessageCases } from './messageCases.ts'

const repeated = { ...bob, channelId: channelIds.telegram, text: 'Hello, Bob', crmMessageId: 'crm-1' }

/** Codes of the page in whose place the live service gives others. */
const olderCodes = [
  ...['CHAT_MISSING_CHAT_TYPE', 'CHAT_MISSING_CHAT_ID', 'MESSAGE_ONLY_TEXT_OR_CONTENT', 'VALIDATION_ERROR'],
  ...['MESSAGES_ABNORMAL_SEND', 'MESSAGES_INVALID_CONTACT_TYPE'],
]

/** A case for every code of "Errors when sending messages" in API v3. */
export const wazzupV3Cases: Record<string, ErrorCase> = {
  ...createMessageCases('contentUri'),
  ...Object.fromEntries(
    Object.entries(createMessageCases('contentUri')).flatMap(([code, parts]) =>
      olderCodes.includes(code) ? [[code, { ...parts, quirks: ['wazzup-v3.olderCodes'] }]] : [],
    ),
  ),
  REPEATED_CRM_MESSAGE_ID: {
    when: 'a message with the same crmMessageId was just sent',
    given: (sandbox) => createV3Client(sandbox).sendMessage(repeated),
    message: repeated,
  },
}
