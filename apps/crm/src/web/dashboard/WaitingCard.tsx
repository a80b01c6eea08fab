import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import type { WaitingChat } from '../../api/chat.ts'
import { waitingQueryOptions } from '../chats/chatQueries.ts'
import { NobodyWaits } from '../chats/NobodyWaits.tsx'
import { LastMessageText } from '../items/LastMessageText.tsx'
import { WaitingPill } from '../items/WaitingPill.tsx'
import { toErrorText } from '../requests/toErrorText.ts'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'

const shown = 6

/** Those who have waited longest for a reply, each with a link to their card. */
export function WaitingCard(): ReactNode {
  const words = useWords()
  const id = useId()
  const waiting = useQuery(waitingQueryOptions())
  const items = waiting.data?.items ?? []
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-raised p-4 shadow-card">
      <h2 id={id} className="font-semibold">
        {words.dashboard.whoWaits}
      </h2>
      {waiting.isPending && <Skeleton className="mt-2 h-12" count={3} label={words.loading} />}
      {waiting.isError && !waiting.data && (
        <Problem
          title={words.chats.waitingFailed}
          text={toErrorText({ error: waiting.error, words })}
          onRetry={() => void waiting.refetch()}
        />
      )}
      {waiting.isSuccess && items.length === 0 && <NobodyWaits />}
      <ul className="mt-1">
        {items.slice(0, shown).map((chat) => (
          <WaitingLine key={`${chat.chatType} ${chat.chatId}`} chat={chat} />
        ))}
      </ul>
      {items.length > shown && (
        <Link to="/chats" className="mt-2 inline-block text-accent-strong hover:underline">
          {words.dashboard.allWaiting}
        </Link>
      )}
    </section>
  )
}

function WaitingLine({ chat: { name, waitingSince, lastMessage, contactId } }: { chat: WaitingChat }): ReactNode {
  return (
    <li className="relative flex items-center gap-3 border-b border-line py-2 last:border-0 hover:bg-sunken/60">
      <div className="min-w-0 flex-1">
        <Link
          to={contactId === null ? '/chats' : `/contacts/${encodeURIComponent(contactId)}`}
          className="block truncate font-medium outline-offset-0 after:absolute after:inset-0"
        >
          <bdi>{name}</bdi>
        </Link>
        <LastMessageText message={lastMessage} />
      </div>
      <WaitingPill since={waitingSince} />
    </li>
  )
}
