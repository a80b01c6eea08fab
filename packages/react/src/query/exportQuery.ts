import type { ChatClient } from '@crm-chat/core'
import type { Export } from '@crm-chat/protocol'
import { parseExport } from '@crm-chat/protocol/wire/parseExport'
import { type ChatQuery, chatQuery } from './chatQuery.ts'

/**
 * Query of the state of one export of messages, with the key `[...chatKey(chat), 'exports', exportId]`. Its link opens the file
 * for anyone who has it: show it, and keep it nowhere.
 */
export function exportQuery(
  chat: ChatClient,
  { exportId }: { exportId: string },
): ChatQuery<Export, readonly ['exports', string]> {
  const path = `exports/${encodeURIComponent(exportId)}`
  return chatQuery({
    chat,
    name: ['exports', exportId],
    request: { operation: 'readExport', path, parse: parseExport },
  })
}
