'use client'

import { createTestChat, type TestChatOptions } from '@crm-chat/core/testing'
import { type ReactNode, useInsertionEffect, useLayoutEffect, useRef, useState } from 'react'
import { ChatProvider } from '../ChatProvider.tsx'
import type { LookProps } from '../lookProps.ts'

/** Props of {@link TestChatProvider}. */
export interface TestChatProviderProps extends TestChatOptions, LookProps {
  children?: ReactNode
}

/**
 * A `<ChatProvider>` for tests and stories: its props are the state that components below show, and it follows them. It sends
 * nothing. A test that changes the state itself makes a client with `createTestChat` and gives it to `<ChatProvider chat>`.
 * @example
 * render(<TestChatProvider unanswered={5}><Navigation /></TestChatProvider>)
 */
export function TestChatProvider({
  children,
  appearance,
  classNames,
  dir,
  ...options
}: TestChatProviderProps): ReactNode {
  const [chat] = useState(() => createTestChat(options))
  const { unanswered, capabilities, window, offline, answers, locale } = options
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (!isFirst.current) chat.set({ unanswered, capabilities, window, offline, answers })
    isFirst.current = false
  }, [chat, unanswered, capabilities, window, offline, answers])
  // Ends with the component itself, and not in StrictMode's rehearsal.
  useInsertionEffect(() => () => queueMicrotask(chat.close), [chat])
  return (
    <ChatProvider chat={chat} {...{ locale, appearance, classNames, dir }}>
      {children}
    </ChatProvider>
  )
}
