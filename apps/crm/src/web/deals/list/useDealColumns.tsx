import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import type { Deal } from '../../../api/deal.ts'
import { Money } from '../../items/Money.tsx'
import { UserName } from '../../items/UserName.tsx'
import { WaitingPill } from '../../items/WaitingPill.tsx'
import type { Column } from '../../ui/table/column.ts'
import type { Words } from '../../words/en.ts'
import type { Formats } from '../../words/formats.ts'
import { useFormats, useWords } from '../../words/speech.ts'
import { StagePill } from '../StagePill.tsx'

/** The columns of the deals. */
export function useDealColumns(): Column<Deal>[] {
  const words = useWords()
  const formats = useFormats()
  return useMemo(() => toColumns(words, formats), [words, formats])
}

function toColumns(words: Words, formats: Formats): Column<Deal>[] {
  return [
    { id: 'title', label: words.fields.title, sort: 'title', cell: (deal) => <TitleCell deal={deal} /> },
    {
      id: 'stage',
      label: words.fields.stage,
      sort: 'board',
      className: 'w-36',
      cell: ({ stage }) => <StagePill stage={stage} />,
    },
    {
      id: 'amount',
      label: words.fields.amount,
      sort: 'amount',
      className: 'w-28 text-end max-sm:hidden',
      cell: ({ amountCents, currency }) => <Money amountCents={amountCents} currency={currency} />,
    },
    {
      id: 'contact',
      label: words.fields.contact,
      className: 'w-[18%] max-lg:hidden',
      cell: ({ contactId, contact, company }) => (
        <Link
          to={`/contacts/${encodeURIComponent(contactId)}`}
          className="relative z-1 block max-w-fit truncate hover:text-accent hover:underline"
        >
          <bdi>{words.listOf([contact, company].filter(Boolean))}</bdi>
        </Link>
      ),
    },
    {
      id: 'waiting',
      label: words.waiting.label,
      className: 'w-28 max-md:hidden',
      cell: ({ waitingSince }) => waitingSince !== null && <WaitingPill since={waitingSince} />,
    },
    {
      id: 'owner',
      label: words.owner.label,
      className: 'w-40 max-lg:hidden',
      cell: ({ responsibleUserId }) => <UserName id={responsibleUserId} hasAvatar />,
    },
    {
      id: 'created',
      label: words.fields.created,
      sort: 'createdAt',
      className: 'w-32 max-2xl:hidden',
      cell: ({ createdAt }) => <span className="text-soft">{formats.date(createdAt)}</span>,
    },
  ]
}

function TitleCell({ deal: { id, title, contact, amountCents, currency } }: { deal: Deal }): ReactNode {
  return (
    <>
      <Link
        to={`/deals/${encodeURIComponent(id)}`}
        className="block truncate font-medium outline-offset-0 after:absolute after:inset-0"
      >
        <bdi>{title}</bdi>
      </Link>
      <span className="flex gap-2 text-[0.8125rem] text-soft lg:hidden">
        <bdi className="truncate">{contact}</bdi>
        <span className="sm:hidden">
          <Money amountCents={amountCents} currency={currency} />
        </span>
      </span>
    </>
  )
}
