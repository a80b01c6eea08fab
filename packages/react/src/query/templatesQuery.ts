import type { ChatClient } from '@crm-chat/core'
import type { Template } from '@crm-chat/protocol'
import { parseTemplateList } from '@crm-chat/protocol/wire/parseTemplateList'
import { type ChatQuery, chatQuery } from './chatQuery.ts'

/** Query of the templates of messages, with the key `[...chatKey(chat), 'templates']`. Its errors are {@link ChatError}s. */
export function templatesQuery(chat: ChatClient): ChatQuery<Template[], readonly ['templates']> {
  return chatQuery({
    chat,
    name: ['templates'],
    request: { operation: 'templates', parse: (data) => parseTemplateList(data)?.templates },
  })
}
