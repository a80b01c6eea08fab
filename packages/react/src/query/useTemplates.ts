'use client'

import type { ChatError } from '@crm-chat/core'
import type { Template } from '@crm-chat/protocol'
import type { UseQueryResult } from '@tanstack/react-query'
import { useChat } from '../useChat.ts'
import { templatesQuery } from './templatesQuery.ts'
import { type ChatQueryOptions, useChatQuery } from './useChatQuery.ts'

/**
 * The templates of messages. They load again when the proxy tells of a change of a channel.
 * @example
 * const { data: approved = [] } = useTemplates({ select: (all) => all.filter(({ status }) => status === 'approved') })
 */
export function useTemplates<Data = Template[]>(
  options?: ChatQueryOptions<Template[], Data, readonly ['templates']>,
): UseQueryResult<Data, ChatError> {
  return useChatQuery(templatesQuery(useChat()), options)
}
