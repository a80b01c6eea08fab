import { useEffect, useRef, useState } from 'react'
import { toKey } from '../session/chatKey.ts'
import type { Chat } from '../session/conversation.ts'
import { ChatListItem } from './ChatListItem.tsx'

/** Chats rendered at a time. */
const step = 60

/** Renders the first chats of a long list, and more while the user scrolls. */
export function ShownChats({ chats }: { chats: Chat[] }) {
  const [shown, setShown] = useState(step)
  const end = useRef<HTMLLIElement>(null)
  const hasMore = shown < chats.length
  useEffect(() => {
    if (!end.current || !hasMore) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setShown(shown + step)
      },
      { rootMargin: '600px' },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [hasMore, shown])
  return (
    <ul>
      {chats.slice(0, shown).map((chat) => (
        <ChatListItem key={toKey(chat)} chat={chat} />
      ))}
      {hasMore && <li ref={end} aria-hidden="true" className="h-px" />}
    </ul>
  )
}
