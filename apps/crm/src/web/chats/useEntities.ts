import type { EntityEvent } from '@crm-chat/react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ChatLookupQuery } from '../../api/chat.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { showToast } from '../ui/toasts.ts'
import { useWords } from '../words/speech.ts'
import { lookUpChat } from './chatQueries.ts'
import { toOwnPath } from './toOwnPath.ts'

/** Something to add for a chat: a contact for a stranger, a deal for a contact. */
export type EntityRequest =
  | { type: 'contact'; chat: ChatLookupQuery; name: string }
  | { type: 'deal'; contactId: string; contact: string }

/** The wish of the vendor page's user, with the functions that fulfil it. */
export interface UseEntitiesResult {
  request: EntityRequest | null
  handle: (event: EntityEvent) => void
  /** Asks for a contact of a stranger. */
  add: (chat: ChatLookupQuery & { name: string }) => void
  close: () => void
}

/** Follows the buttons of the vendor's page: to the card of a deal, or to the form of a new one. */
export function useEntities(): UseEntitiesResult {
  const words = useWords()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [request, setRequest] = useState<EntityRequest | null>(null)

  async function create({ chatType, chatId }: ChatLookupQuery): Promise<void> {
    const found = await lookUpChat(queryClient, { chatType, chatId })
    if (found.status === 'hidden') showToast({ text: words.chats.hidden, isProblem: true })
    else if (found.status === 'contact') setRequest({ type: 'deal', contactId: found.contactId, contact: found.name })
    else setRequest({ type: 'contact', chat: { chatType, chatId }, name: found.name })
  }

  function handle(event: EntityEvent): void {
    if (event.type === 'open') {
      const path = toOwnPath(event.entity)
      if (path) void navigate(path)
    } else if (event.chatType && event.chatId) {
      create({ chatType: event.chatType, chatId: event.chatId }).catch((error: Error) =>
        showToast({ text: toErrorText({ error, words }), isProblem: true }),
      )
    }
  }

  return {
    request,
    handle,
    add: ({ chatType, chatId, name }) => setRequest({ type: 'contact', chat: { chatType, chatId }, name }),
    close: () => setRequest(null),
  }
}
