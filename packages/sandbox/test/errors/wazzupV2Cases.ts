import { channelIds } from '../fixtures/channels.ts'
import type { ErrorCase } from './errorCase.ts'
import { createMessageCases } from './messageCases.ts'

/** A case for every code of "Error sending messages" in API V2. */
export const wazzupV2Cases: Record<string, ErrorCase> = {
  ...createMessageCases('content'),
  CHAT_INCORRECT_CHAT_ID_WHATSAPP: {
    when: 'a Russian number starts with 8',
    message: { channelId: channelIds.whatsapp, chatType: 'whatsapp', chatId: '89998887766', text: 'Hello' },
    isRefusedByClient: true,
  },
}
