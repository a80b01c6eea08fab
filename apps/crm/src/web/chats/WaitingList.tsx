import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { WaitingChat } from '../../api/chat.ts'
import { mayWrite } from '../../api/role.ts'
import { LastMessageText } from '../items/LastMessageText.tsx'
import { WaitingPill } from '../items/WaitingPill.tsx'
import { toErrorText } from '../requests/toErrorText.ts'
import { useUser } from '../session/users.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { waitingQueryOptions } from './chatQueries.ts'
import { NobodyWaits } from './NobodyWaits.tsx'

/** The customers who wait for a reply, the longest wait first: each with a link to the card, or a button that makes one. */
export function WaitingList({ onAdd }: { onAdd: (chat: WaitingChat) => void }): ReactNode {
  const words = useWords()
  const waiting = useQuery(waitingQueryOptions())
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="px-4 pt-3.5 pb-2 font-semibold max-lg:sr-only">
        {words.chats.waiting}
      </h2>
      {waiting.isPending && <Skeleton className="mx-4 h-12" count={5} label={words.loading} />}
      {waiting.isError && !waiting.data && (
        <Problem
          title={words.chats.waitingFailed}
          text={toErrorText({ error: waiting.error, words })}
          onRetry={() => void waiting.refetch()}
        />
      )}
      {waiting.data?.items.length === 0 && <NobodyWaits />}
      <ul>
        {waiting.data?.items.map((chat) => (
          <WaitingLine key={`${chat.chatType} ${chat.chatId}`} chat={chat} onAdd={() => onAdd(chat)} />
        ))}
      </ul>
    </section>
  )
}

function WaitingLine({ chat, onAdd }: { chat: WaitingChat; onAdd: () => void }): ReactNode {
  const words = useWords()
  const me = useUser()
  const { name, contactId, waitingSince, lastMessage } = chat
  return (
    <li className="relative flex min-h-14 items-center gap-2.5 px-4 py-1.5 hover:bg-sunken/60">
      <Avatar name={name} />
      <div className="min-w-0 flex-1 text-[0.8125rem]">
        {contactId ? (
          <Link
            to={`/contacts/${encodeURIComponent(contactId)}`}
            aria-label={words.chats.openCard(name)}
            className="block truncate font-medium after:absolute after:inset-0"
          >
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <p className="truncate font-medium">
            <bdi>{name}</bdi> <span className="font-normal text-soft">· {words.chats.stranger}</span>
          </p>
        )}
        <LastMessageText message={lastMessage} />
      </div>
      <WaitingPill since={waitingSince} />
      {!contactId && me && mayWrite(me.role) && (
        <IconButton icon={UserPlus} label={words.chats.addContactNamed(name)} onClick={onAdd} />
      )}
    </li>
  )
}
