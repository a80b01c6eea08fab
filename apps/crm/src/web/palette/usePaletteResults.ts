import { useQuery } from '@tanstack/react-query'
import { Building2, Handshake, type LucideIcon, UserPlus, UserRound } from 'lucide-react'
import { mayWrite } from '../../api/role.ts'
import { companyQueries } from '../companies/companyQueries.ts'
import { contactQueries } from '../contacts/contactQueries.ts'
import { dealQueries } from '../deals/dealQueries.ts'
import { pagesOf } from '../layout/pages.ts'
import { useUser } from '../session/users.ts'
import { useWords } from '../words/speech.ts'

/** Something that the search over everything has found. */
export interface PaletteResult {
  path: string
  label: string
  about: string
  icon: LucideIcon
}

/** Results of one kind. */
export interface PaletteGroup {
  label: string
  results: PaletteResult[]
}

/** Searches the pages, and from one letter on the contacts, companies and deals. */
export function usePaletteResults(search: string): PaletteGroup[] {
  const words = useWords()
  const me = useUser()
  const enabled = search !== ''
  const contacts = useQuery({ ...contactQueries.choices({ search }), enabled })
  const companies = useQuery({ ...companyQueries.choices({ search }), enabled })
  const deals = useQuery({ ...dealQueries.choices({ search }), enabled })
  const pages = (me ? pagesOf(me) : []).map(({ name, path, icon }) => ({
    path,
    label: words.nav[name],
    about: '',
    icon,
  }))
  const actions =
    me && mayWrite(me.role)
      ? [
          { path: '/contacts?dialog=new', label: words.contacts.new, about: '', icon: UserPlus },
          { path: '/deals?dialog=new', label: words.deals.new, about: '', icon: Handshake },
        ]
      : []
  const found: PaletteGroup[] = [
    { label: words.nav.contacts, results: enabled ? toResults(contacts.data?.items, toContact) : [] },
    { label: words.nav.companies, results: enabled ? toResults(companies.data?.items, toCompany) : [] },
    { label: words.nav.deals, results: enabled ? toResults(deals.data?.items, toDeal) : [] },
    { label: words.palette.pages, results: pages.filter(({ label }) => matches(label, search)) },
    { label: words.palette.actions, results: actions.filter(({ label }) => matches(label, search)) },
  ]
  return found.filter(({ results }) => results.length > 0)
}

const perKind = 5

function toResults<Item>(items: Item[] | undefined, toResult: (item: Item) => PaletteResult): PaletteResult[] {
  return (items ?? []).slice(0, perKind).map(toResult)
}

function toContact({ id, name, company }: { id: string; name: string; company: string }): PaletteResult {
  return { path: `/contacts/${encodeURIComponent(id)}`, label: name, about: company, icon: UserRound }
}

function toCompany({ id, name, city }: { id: string; name: string; city: string }): PaletteResult {
  return { path: `/companies/${encodeURIComponent(id)}`, label: name, about: city, icon: Building2 }
}

function toDeal({ id, title, contact }: { id: string; title: string; contact: string }): PaletteResult {
  return { path: `/deals/${encodeURIComponent(id)}`, label: title, about: contact, icon: Handshake }
}

function matches(label: string, search: string): boolean {
  return label.toLowerCase().includes(search.toLowerCase())
}
