import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Contact, DealStage } from '../../api/oldContact.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { dealStageNames, formatAmount } from './deals.ts'
import { MessengerChip } from './MessengerChip.tsx'

/** A contact in the list. The name is the link; the whole row is clickable. */
export function ContactRow({ contact }: { contact: Contact }): ReactNode {
  const { id, name, position, company, chats, deal } = contact
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3.5 gap-y-2 px-4 py-3.5 transition hover:bg-sunken/60 has-focus-visible:bg-sunken sm:px-5 lg:grid-cols-[auto_minmax(0,5fr)_minmax(0,4fr)_minmax(0,5fr)_6.5rem]">
      <Avatar name={name} />
      <div className="min-w-0">
        <Link
          to={`/contacts/${encodeURIComponent(id)}`}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {name}
        </Link>
        <p className="truncate text-soft">{[position, company].filter(Boolean).join(', ')}</p>
      </div>
      <ul className="flex flex-wrap gap-1.5 max-lg:col-span-2 max-lg:col-start-2 max-lg:row-start-2">
        {chats.map(({ chatType, chatId }) => (
          <li key={`${chatType}:${chatId}`}>
            <MessengerChip chatType={chatType} />
          </li>
        ))}
      </ul>
      <div className="flex min-w-0 items-center gap-2.5 max-lg:hidden">
        {deal ? (
          <>
            <span className="truncate">{deal.title}</span>
            <StagePill stage={deal.stage} />
          </>
        ) : (
          <span className="text-soft">No deal yet</span>
        )}
      </div>
      <p className="text-end font-medium tabular-nums max-lg:row-start-1 max-lg:col-start-3">
        {deal && deal.amountCents > 0 ? formatAmount(deal) : ''}
      </p>
    </li>
  )
}

function StagePill({ stage }: { stage: DealStage }): ReactNode {
  const look = stage === 'won' ? 'bg-accent-soft text-accent-strong' : 'bg-line text-soft'
  return (
    <span className={`inline-flex h-6 items-center rounded-full px-2.5 text-xs font-medium whitespace-nowrap ${look}`}>
      {dealStageNames[stage]}
    </span>
  )
}
