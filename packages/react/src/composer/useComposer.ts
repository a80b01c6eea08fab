'use client'

import {
  type Composer,
  type ComposerOptions,
  type ComposerSource,
  createComposer,
  createProxyComposerSource,
} from '@crm-chat/core/composer'
import { useContext, useEffect, useRef, useState } from 'react'
import { ChatContext } from '../useChat.ts'

/** Options of {@link useComposer}. */
export interface UseComposerOptions extends ComposerOptions {
  /** Source in place of the proxy of the provider above. It is made once. */
  createSource?: (() => ComposerSource) | undefined
}

/**
 * Keeps a composer open while the component is there, over the proxy of the provider above. Of its options, the contact, the quote
 * and `onSent` may change.
 * @throws {Error} without a `<ChatProvider>` above and without a source
 * @example
 * const composer = useComposer({ contact: { name: 'Ann', phones: ['+49 30 901820'] } })
 */
export function useComposer({ createSource, contact, quote, onSent, ...options }: UseComposerOptions): Composer | null {
  const client = useContext(ChatContext)?.client
  const [source] = useState(() => {
    if (createSource) return createSource()
    if (!client) throw new Error('Put a <ChatProvider> around your app, or give a source.')
    return createProxyComposerSource(client)
  })
  const latest = useRef({ contact, quote, onSent, options })
  useEffect(() => {
    latest.current = { contact, quote, onSent, options }
  })
  const [composer, setComposer] = useState<Composer | null>(null)
  useEffect(() => {
    const { contact: first, quote: firstQuote, options: settings } = latest.current
    const onSentNow: typeof onSent = (item) => latest.current.onSent?.(item)
    const opened = createComposer(source, { ...settings, contact: first, quote: firstQuote, onSent: onSentNow })
    setComposer(opened)
    return opened.close
  }, [source])
  const contactKey = JSON.stringify(contact ?? {})
  useEffect(() => composer?.setContact(JSON.parse(contactKey)), [composer, contactKey])
  const quoteId = quote?.messageId
  useEffect(
    () => composer?.setQuote(quoteId === undefined ? null : (latest.current.quote ?? null)),
    [composer, quoteId],
  )
  return composer
}
