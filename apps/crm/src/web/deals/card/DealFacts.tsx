import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { currencies, type Deal, type DealChange } from '../../../api/deal.ts'
import { companyQueries } from '../../companies/companyQueries.ts'
import { contactQueries } from '../../contacts/contactQueries.ts'
import { ChoiceFact } from '../../items/ChoiceFact.tsx'
import { Fact } from '../../items/Fact.tsx'
import { Money } from '../../items/Money.tsx'
import { OwnerFact } from '../../items/OwnerFact.tsx'
import { SelectFact } from '../../items/SelectFact.tsx'
import { useChangeItem } from '../../items/saveItem.ts'
import { toErrorText } from '../../requests/toErrorText.ts'
import { showToast } from '../../ui/toasts.ts'
import { useFormats, useWords } from '../../words/speech.ts'
import { dealQueries } from '../dealQueries.ts'
import { parseAmount } from '../parseAmount.ts'

/** The facts of a deal, edited in their places. */
export function DealFacts({ deal, canEdit }: { deal: Deal; canEdit: boolean }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const change = useChangeItem(dealQueries, deal)
  const { id, title, amountCents, currency, responsibleUserId, createdAt, closedAt } = deal
  const save = (fields: Omit<DealChange, 'version'>): void =>
    change.mutate(fields, {
      onError: (error) => showToast({ text: toErrorText({ error, words }), isProblem: true }),
    })
  return (
    <dl aria-label={words.card.facts}>
      <Fact
        label={words.fields.title}
        value={title}
        canEdit={canEdit}
        onSave={(value) => change.mutateAsync({ title: value })}
      />
      <Fact
        label={words.fields.amount}
        value={String(amountCents / 100)}
        canEdit={canEdit}
        onSave={(value) => change.mutateAsync({ amountCents: parseAmount(value) })}
      >
        <Money amountCents={amountCents} currency={currency} />
      </Fact>
      <SelectFact
        label={words.fields.currency}
        value={currency}
        choices={currencies.map((value) => ({ value, label: value }))}
        canEdit={canEdit}
        onChange={(value) => save({ currency: currencies.find((each) => each === value) })}
      />
      <ContactFact deal={deal} canEdit={canEdit} onSave={(contactId) => save({ contactId })} />
      <CompanyFact deal={deal} canEdit={canEdit} onSave={(companyId) => save({ companyId })} />
      <OwnerFact kind="deals" id={id} ownerId={responsibleUserId} />
      <DateFact label={words.fields.created} text={formats.date(createdAt)} />
      {closedAt !== null && <DateFact label={words.board.closed} text={formats.date(closedAt)} />}
    </dl>
  )
}

interface ItemFactProps {
  deal: Deal
  canEdit: boolean
  onSave: (id: string) => void
}

function ContactFact({ deal: { contact, contactId }, ...props }: ItemFactProps): ReactNode {
  const words = useWords()
  const [search, setSearch] = useState('')
  const contacts = useQuery({ ...contactQueries.choices({ search }), enabled: search !== '' })
  const choices = search ? (contacts.data?.items ?? []) : []
  return (
    <ChoiceFact
      {...props}
      label={words.fields.contact}
      name={contact}
      to={`/contacts/${encodeURIComponent(contactId)}`}
      choices={choices.map(({ id, name, company }) => ({
        value: id,
        label: words.listOf([name, company].filter(Boolean)),
      }))}
      onSearch={setSearch}
    />
  )
}

function CompanyFact({ deal: { company, companyId }, ...props }: ItemFactProps): ReactNode {
  const words = useWords()
  const [search, setSearch] = useState('')
  const companies = useQuery({ ...companyQueries.choices({ search }), enabled: search !== '' })
  const choices = search ? (companies.data?.items ?? []) : []
  return (
    <ChoiceFact
      {...props}
      label={words.fields.company}
      name={company}
      to={`/companies/${encodeURIComponent(companyId ?? '')}`}
      choices={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onSearch={setSearch}
    />
  )
}

function DateFact({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <div className="grid min-h-9 grid-cols-[7.5rem_minmax(0,1fr)] items-center gap-2">
      <dt className="text-soft">{label}</dt>
      <dd>{text}</dd>
    </div>
  )
}
