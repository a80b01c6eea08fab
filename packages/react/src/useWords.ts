'use client'

import type { ChatLabelOverrides, KitWords } from '@crm-chat/core'
import { startWords, toWords } from '@crm-chat/core/client'
import { useEffect, useState } from 'react'
import { useChat } from './useChat.ts'
import { useStore } from './useStore.ts'

/**
 * Words of a component in the language of its provider, with `labels` of its own before them. They are empty while the first
 * language is on its way; while another one is, the words before it stay.
 */
export function useWords(labels?: ChatLabelOverrides | undefined): KitWords {
  const chat = useChat()
  const state = useStore(chat.words)
  const [latest, setLatest] = useState(state)
  const isPending = typeof state === 'string'
  if (!isPending && latest !== state) setLatest(state)
  useEffect(() => {
    if (isPending) startWords(chat)
  }, [chat, isPending])
  return toWords({ state: isPending ? latest : state, labels })
}
