import { TabBadge } from '@crm-chat/react'
import type { ReactNode } from 'react'
import { useWords } from '../words/speech.ts'
import { useNotices } from './notices.ts'

/** The number of unanswered messages on the browser's tab, and the notices of new ones that the user has asked for. */
export function ChatNotices(): ReactNode {
  const words = useWords()
  const { notification, sound } = useNotices()
  return <TabBadge sound={sound} {...(notification ? { notification: words.user.newMessage } : {})} />
}
