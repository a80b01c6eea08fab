'use client'

import type { Store } from '@crm-chat/core'
import { openAreaWords, type WordsArea } from '@crm-chat/core/client'
import { useContext, useMemo, useState } from 'react'
import { ChatContext } from './useChat.ts'
import { useStore } from './useStore.ts'

/**
 * Words of a part of the kit in the language of the provider, in English without one, and `labels` of its own before them.
 * Undefined while the first language is on its way; while another one is, the words before it stay.
 */
export function useAreaWords<Words extends object>(
  area: WordsArea<Words>,
  labels?: { [Name in keyof Words]?: Words[Name] | undefined } | undefined,
): Words | undefined {
  const chat = useContext(ChatContext)?.client
  const store = useMemo(() => (chat ? openAreaWords({ chat, area }) : toStore(area.loaded.en)), [chat, area])
  const own = useStore(store)
  const [latest, setLatest] = useState(own)
  const words = own ?? latest // Another client may have no words yet.
  if (words !== latest) setLatest(words)
  return useMemo(() => words && { ...words, ...pick(labels) }, [words, labels])
}

function toStore<Words>(words: Words): Store<Words> {
  const getState = (): Words => words
  return { getState, getInitialState: getState, subscribe: () => () => undefined }
}

/** Leaves out words that are there but undefined. */
function pick<Words extends object>(labels: { [Name in keyof Words]?: Words[Name] | undefined } = {}): Partial<Words> {
  return Object.fromEntries(Object.entries(labels).filter(([, text]) => text !== undefined)) as Partial<Words> // Its own.
}
