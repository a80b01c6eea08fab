import { Download, Upload, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { mayWrite } from '../../api/role.ts'
import { toQuery } from '../../api/toQuery.ts'
import { BulkBar } from '../items/BulkBar.tsx'
import { toAddress } from '../requests/sendRequest.ts'
import { useUser } from '../session/users.ts'
import { Button } from '../ui/Button.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useWords } from '../words/speech.ts'
import { ContactDialog } from './form/ContactDialog.tsx'
import { ImportDialog } from './import/ImportDialog.tsx'
import { ContactFilters } from './list/ContactFilters.tsx'
import { ContactList } from './list/ContactList.tsx'
import { useContactFilters } from './list/useContactFilters.ts'

/** The contacts that the user sees: searched, filtered, sorted, selected, imported and exported. */
export function ContactsPage(): ReactNode {
  const words = useWords()
  const me = useUser()
  const filters = useContactFilters()
  const [parameters, setParameters] = useSearchParams()
  const open = (dialog: string): void => setParameters((latest) => withDialog(latest, dialog), { replace: true })
  const dialog = parameters.get('dialog')
  const canWrite = me ? mayWrite(me.role) : false
  return (
    <>
      <PageHeader title={words.nav.contacts}>
        {canWrite && (
          <Button onClick={() => open('import')} aria-label={words.contacts.import} title={words.contacts.import}>
            <Upload aria-hidden className="size-4" />
            <span className="max-sm:sr-only">{words.contacts.import}</span>
          </Button>
        )}
        <LinkButton
          href={toAddress(`/contacts/export${toQuery(filters.query)}`)}
          download
          aria-label={words.contacts.export}
          title={words.contacts.export}
        >
          <Download aria-hidden className="size-4" />
          <span className="max-sm:sr-only">{words.contacts.export}</span>
        </LinkButton>
        {canWrite && (
          <Button look="primary" onClick={() => open('new')}>
            <UserPlus aria-hidden className="size-4" />
            {words.contacts.new}
          </Button>
        )}
      </PageHeader>
      <ContactFilters filters={filters} />
      <ContactList filters={filters} isSelectable={canWrite} />
      {canWrite && <BulkBar kind="contacts" />}
      {canWrite && dialog === 'new' && <ContactDialog onClose={() => open('')} />}
      {canWrite && dialog === 'import' && <ImportDialog onClose={() => open('')} />}
    </>
  )
}

/** The address of the page with a dialog open, or none: after a login, it is open again. */
function withDialog(parameters: URLSearchParams, dialog: string): URLSearchParams {
  const next = new URLSearchParams(parameters)
  if (dialog) next.set('dialog', dialog)
  else next.delete('dialog')
  return next
}
