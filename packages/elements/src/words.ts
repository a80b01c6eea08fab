import type { ChatClient, ChatLabelOverrides, KitWords, Store, WordsState } from '@crm-chat/core'
import { createChat, isPending, startWords, toWords } from '@crm-chat/core/client'
import { sharedChat } from './sharedChat.ts'

/**
 * Words of an element in the language of its attribute `locale`, with `labels` of its own before them. They are empty while the
 * first language is on its way; while another one is, the words before it stay.
 */
export function readWords(element: Element, labels?: ChatLabelOverrides | undefined): KitWords {
  return toWords({ state: readWordsState(element), labels })
}

/** The same, as badges take them. */
export function readWordsState(element: Element): WordsState {
  const state = wordsOf(element).getState()
  if (!isPending(state)) latest.set(element, state)
  return latest.has(element) ? latest.get(element) : state
}

/** Words of an element, before any of its own. */
export function wordsOf(element: Element): Store<WordsState> {
  return clientOf(element).words
}

/** Calls back when the words of an element have come, or have changed. Returns a function that ends it. */
export function watchWords(element: Element, onChange: () => void): () => void {
  const client = clientOf(element)
  startWords(client)
  return client.words.subscribe(() => {
    startWords(client)
    onChange()
  })
}

/** Words that an element has had, for while others are on their way. */
const latest = new WeakMap<Element, WordsState>()

/** Clients that nothing but the words of one language is used of. */
const clients = new Map<string, ChatClient>()

function clientOf(element: Element): ChatClient {
  const locale = element.getAttribute('locale')
  if (!locale) return sharedChat(element.getAttribute('endpoint'))
  const client = clients.get(locale) ?? createChat({ locale })
  clients.set(locale, client)
  return client
}
