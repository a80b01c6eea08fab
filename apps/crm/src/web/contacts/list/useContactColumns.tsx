import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Contact } from '../../../api/contact.ts'
import { LastMessageText } from '../../items/LastMessageText.tsx'
import { PhoneNumber } from '../../items/PhoneNumber.tsx'
import { UserName } from '../../items/UserName.tsx'
import { WaitingPill } from '../../items/WaitingPill.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import type { Column } from '../../ui/table/column.ts'
import type { Words } from '../../words/en.ts'
import { useWords } from '../../words/speech.ts'
import { MessengerIcons } from '../MessengerIcons.tsx'

/** The columns of the contacts. */
export function useContactColumns(): Column<Contact>[] {
  const words = useWords()
  return useMemo(() => toColumns(words), [words])
}

function toColumns(words: Words): Column<Contact>[] {
  return [
    { id: 'name', label: words.fields.name, sort: 'name', cell: (contact) => <NameCell contact={contact} /> },
    {
      id: 'company',
      label: words.fields.company,
      sort: 'company',
      className: 'w-[17%] max-lg:hidden',
      cell: ({ company }) => <bdi className="block truncate">{company}</bdi>,
    },
    {
      id: 'waiting',
      label: words.waiting.label,
      sort: 'waiting',
      className: 'w-28',
      cell: ({ waitingSince }) => waitingSince !== null && <WaitingPill since={waitingSince} />,
    },
    {
      id: 'message',
      label: words.waiting.lastMessage,
      className: 'w-[28%] max-md:hidden',
      cell: ({ lastMessage }) => lastMessage && <LastMessageText message={lastMessage} />,
    },
    {
      id: 'phone',
      label: words.fields.phone,
      className: 'w-40 max-2xl:hidden',
      cell: ({ phone }) => phone && <PhoneNumber digits={phone} />,
    },
    {
      id: 'chats',
      label: words.fields.messengers,
      className: 'w-28 max-xl:hidden',
      cell: ({ chats }) => <MessengerIcons chats={chats} />,
    },
    {
      id: 'owner',
      label: words.owner.label,
      className: 'w-36 max-lg:hidden',
      cell: ({ responsibleUserId }) => <UserName id={responsibleUserId} hasAvatar />,
    },
  ]
}

function NameCell({ contact: { id, name, position, company, lastMessage } }: { contact: Contact }) {
  return (
    <div className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} size="small" />
      <div className="min-w-0">
        <Link
          to={`/contacts/${encodeURIComponent(id)}`}
          className="block truncate leading-5 font-medium outline-offset-0 after:absolute after:inset-0"
        >
          <bdi>{name}</bdi>
        </Link>
        <div className="truncate text-[0.8125rem] text-soft md:hidden">
          {lastMessage ? <LastMessageText message={lastMessage} /> : <bdi>{company}</bdi>}
        </div>
        <bdi className="block truncate text-xs leading-4 text-soft max-md:hidden">{position}</bdi>
      </div>
    </div>
  )
}
