'use client'

import type { ChatClient, ChatError } from '@crm-chat/core'
import { createId } from '@crm-chat/core/composer'
import type { MessageAccepted, MessageRequest } from '@crm-chat/protocol'
import { parseMessageAccepted } from '@crm-chat/protocol/wire/parseConversation'
import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useChat } from '../useChat.ts'

/** Options of TanStack Query that the hook takes, e.g. `onSuccess` or `retry`. */
export type SendMessageOptions = Omit<UseMutationOptions<MessageAccepted, ChatError, MessageRequest>, 'mutationFn'>

/**
 * Sends a message over the proxy, without a component: `mutate` takes a recipient and a text, the link of a file, or a template. A
 * request without a `crmMessageId` gets one, the same for each of its retries, so that none arrives twice; once it is accepted, the
 * same object is another message. Of an error with the code `outcome_unknown` nobody knows if it was sent: ask the user before it
 * is sent again.
 * @see `POST /messages`
 * @example
 * const { mutate, isPending, error } = useSendMessage()
 * mutate({ to: { chatType: 'whatsapp', chatId: '79998887766' }, text: 'Your order is ready.' })
 */
export function useSendMessage(
  options?: SendMessageOptions,
): UseMutationResult<MessageAccepted, ChatError, MessageRequest> {
  const chat = useChat()
  return useMutation({ ...options, mutationFn: (message: MessageRequest) => sendMessage(chat, message) })
}

/** Ids of messages that are not accepted yet, for their retries. */
const ids = new WeakMap<MessageRequest, string>()

async function sendMessage(chat: ChatClient, message: MessageRequest): Promise<MessageAccepted> {
  const crmMessageId = message.crmMessageId ?? ids.get(message) ?? createId()
  ids.set(message, crmMessageId)
  const accepted = await chat.request({
    operation: 'sendMessage',
    path: 'messages',
    body: { ...message, crmMessageId },
    parse: parseMessageAccepted,
  })
  ids.delete(message)
  return accepted
}
