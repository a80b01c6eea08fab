'use client'

import { startWords } from '@crm-chat/core/client'
import { startTabBadge, type TabBadgeOptions } from '@crm-chat/core/look'
import { useEffect, useRef } from 'react'
import { useChat } from './useChat.ts'
import { useStore } from './useStore.ts'

/** Props of {@link TabBadge}. */
export interface TabBadgeProps extends Omit<TabBadgeOptions, 'chat' | 'words'> {}

/**
 * Shows the number of messages without a reply outside of the page: before its title, as a dot on its icon, and on the icon of an
 * installed app. On request, it plays a tone or shows a notification when there are more messages for the user, in one tab of
 * the browser. The originals come back when it is unmounted. Renders nothing.
 * @example
 * <TabBadge sound notification="New message" />
 */
export function TabBadge({ places, max, sound, notification, label }: TabBadgeProps): null {
  const chat = useChat()
  const words = useStore(chat.words)
  const latestLabel = useRef(label)
  useEffect(() => startWords(chat, words), [chat, words])
  useEffect(() => {
    latestLabel.current = label // A function written inline is new each time.
  }, [label])
  useEffect(
    () => startTabBadge({ chat, places, max, sound, notification, label: latestLabel.current }),
    [chat, places, max, sound, notification],
  )
  return null
}
