'use client'

import type { ChatLabelOverrides, KitWords } from '@crm-chat/core'
import { isPending, startWords, toWords } from '@crm-chat/core/client'
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
  const current = isPending(state) ? latest : state
  if (latest !== current) setLatest(current)
  useEffect(() => startWords(chat, state), [chat, state])
  return toWords({ state: current, labels })
}
