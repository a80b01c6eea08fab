import { Search, UserPlus } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { ContactList } from './ContactList.tsx'
import { NewContactDialog } from './NewContactDialog.tsx'

/** The user's contacts, with a search and a way to add one. */
export function ContactsPage(): ReactNode {
  const [parameters, setParameters] = useSearchParams()
  const search = parameters.get('search') ?? ''
  const setSearch = (text: string): void => setParameters(text ? { search: text } : {}, { replace: true })
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <div className="mx-auto max-w-6xl px-4 pt-6 pb-28 sm:px-6 lg:pt-8">
      <title>Contacts · Northdesk</title>
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="me-auto text-xl font-semibold tracking-tight">Contacts</h1>
        <ContactSearch value={search} onChange={setSearch} />
        <Button look="primary" onClick={() => dialog.current?.showModal()}>
          <UserPlus aria-hidden className="size-4" />
          New contact
        </Button>
      </div>
      <ContactList search={search} onClearSearch={() => setSearch('')} />
      <NewContactDialog ref={dialog} />
    </div>
  )
}

function ContactSearch({ value, onChange }: { value: string; onChange: (value: string) => void }): ReactNode {
  return (
    <search className="relative max-sm:order-last max-sm:w-full">
      <Search aria-hidden className="pointer-events-none absolute start-3 top-2.5 size-4 text-soft" />
      <input
        type="search"
        aria-label="Search contacts"
        placeholder="Name, company or number"
        maxLength={100}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-9 w-full rounded-lg border border-line-strong bg-surface ps-9 pe-3 placeholder:text-soft sm:w-72"
      />
    </search>
  )
}
