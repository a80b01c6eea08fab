import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { NewCompany } from '../../api/company.ts'
import { mayChangeOwner } from '../../api/role.ts'
import { FormFooter } from '../items/FormFooter.tsx'
import { OwnerField } from '../items/OwnerSelect.tsx'
import { useCreateItem } from '../items/saveItem.ts'
import { textOf } from '../items/textOf.ts'
import { useItemForm } from '../items/useItemForm.ts'
import { useUser } from '../session/users.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/speech.ts'
import { companyQueries } from './companyQueries.ts'

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
  const create = useCreateItem(companyQueries)
  const { form, problems, problem, start, forget } = useItemForm({
    name: 'company',
    error: create.error,
    send: async (data) => {
      const { id } = await create.mutateAsync(readCompany(data))
      await navigate(`/companies/${encodeURIComponent(id)}`)
    },
  })
  const field = (name: 'name' | 'website' | 'city' | 'industry') => ({
    name,
    label: words.fields[name],
    defaultValue: start(name),
    problem: problems[name],
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField {...field('name')} required data-autofocus />
      <TextField {...field('website')} type="url" dir="ltr" />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...field('city')} />
        <TextField {...field('industry')} />
      </div>
      {me && mayChangeOwner(me.role) && (
        <OwnerField defaultValue={start('responsibleUserId', me.id)} problem={problems.responsibleUserId} />
      )}
      <FormFooter
        action={words.companies.add}
        problem={problem}
        isBusy={create.isPending}
        onForget={forget}
        onCancel={onCancel}
      />
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
