import { createV3Client } from '../createV3Client.ts'
import { channelIds } from '../fixtures/channels.ts'
import { bob } from '../fixtures/people.ts'
import type { ErrorCase } from './errorCase.ts'
import { createMessageCases } from './messageCases.ts'

const repeated = { ...bob, channelId: channelIds.telegram, text: 'Hello, Bob', crmMessageId: 'crm-1' }

/** A case for every code of "Errors when sending messages" in API v3. */
export const wazzupV3Cases: Record<string, ErrorCase> = {
  ...createMessageCases('contentUri'),
  REPEATED_CRM_MESSAGE_ID: {
    when: 'a message with the same crmMessageId was just sent',
    given: (sandbox) => createV3Client(sandbox).sendMessage(repeated),
    message: repeated,
  },
}
