import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { NewCompany } from '../../api/company.ts'
import { mayChangeOwner } from '../../api/role.ts'
import { FormFooter } from '../items/FormFooter.tsx'
import { OwnerField } from '../items/OwnerSelect.tsx'
import { textOf } from '../items/textOf.ts'
import { useItemForm } from '../items/useItemForm.ts'
import { useUser } from '../session/users.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/speech.ts'
import { useCreateCompany } from './companyQueries.ts'

/** The form for a new company, in a dialog. Its card opens afterwards. */
export function CompanyDialog({ onClose }: { onClose: () => void }): ReactNode {
  const words = useWords()
  return (
    <Dialog title={words.companies.new} onClose={onClose}>
      {(close) => <CompanyForm onCancel={close} />}
    </Dialog>
  )
}

function CompanyForm({ onCancel }: { onCancel: () => void }): ReactNode {
  const words = useWords()
  const me = useUser()
  const navigate = useNavigate()
  const create = useCreateCompany()
  const { problems, problem, onSubmit } = useItemForm({
    error: create.error,
    send: (data, onError) =>
      create.mutate(readCompany(data), {
        onError,
        onSuccess: ({ company: { id } }) => navigate(`/companies/${encodeURIComponent(id)}`),
      }),
  })
  return (
    <form onSubmit={onSubmit} noValidate autoComplete="off" className="flex flex-col gap-4">
      <TextField name="name" label={words.fields.name} required data-autofocus problem={problems.name} />
      <TextField name="website" type="url" dir="ltr" label={words.fields.website} problem={problems.website} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="city" label={words.fields.city} problem={problems.city} />
        <TextField name="industry" label={words.fields.industry} problem={problems.industry} />
      </div>
      {me && mayChangeOwner(me.role) && <OwnerField defaultValue={me.id} problem={problems.responsibleUserId} />}
      <FormFooter action={words.companies.add} problem={problem} isBusy={create.isPending} onCancel={onCancel} />
    </form>
  )
}

function readCompany(data: FormData): NewCompany {
  const responsibleUserId = textOf(data, 'responsibleUserId')
  return {
    name: textOf(data, 'name'),
    website: textOf(data, 'website'),
    city: textOf(data, 'city'),
    industry: textOf(data, 'industry'),
    ...(responsibleUserId && { responsibleUserId }),
  }
}
