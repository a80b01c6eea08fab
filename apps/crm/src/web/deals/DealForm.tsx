import type { ReactNode } from 'react'
import { currencies, type Deal, dealStages, type NewDeal } from '../../api/deal.ts'
import { mayChangeOwner } from '../../api/role.ts'
import { FormFooter } from '../items/FormFooter.tsx'
import { OwnerField } from '../items/OwnerSelect.tsx'
import { textOf } from '../items/textOf.ts'
import { useItemForm } from '../items/useItemForm.ts'
import { useUser } from '../session/users.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/speech.ts'
import { ContactField } from './ContactField.tsx'
import { parseAmount } from './parseAmount.ts'

/** Props of {@link DealForm}. */
export interface DealFormProps {
  start: Partial<Deal>
  action: string
  error: Error | null
  isBusy: boolean
  onCancel: () => void
  onSend: (deal: NewDeal) => Promise<unknown>
}

/** The fields of a deal. The server validates them; its messages appear below the fields. */
export function DealForm({ start: first, action, error, isBusy, onCancel, onSend }: DealFormProps): ReactNode {
  const words = useWords()
  const me = useUser()
  const { form, problems, problem, start, forget } = useItemForm({
    name: `deal ${first.contactId ?? ''} ${first.stage ?? ''}`,
    error,
    send: (data) => onSend(readDeal(data)),
  })
  return (
    <form {...form} className="flex flex-col gap-4">
      <TextField
        name="title"
        label={words.fields.title}
        required
        data-autofocus
        defaultValue={start('title', first.title)}
        problem={problems.title}
      />
      <ContactField
        start={{ id: start('contactId', first.contactId), name: start('contact', first.contact) }}
        problem={problems.contactId}
      />
      <div className="grid gap-4 sm:grid-cols-[1fr_7rem_1fr]">
        <TextField
          name="amount"
          inputMode="decimal"
          dir="ltr"
          label={words.fields.amount}
          defaultValue={start('amount', first.amountCents ? String(first.amountCents / 100) : '')}
          problem={problems.amountCents}
        />
        <SelectField
          name="currency"
          label={words.fields.currency}
          defaultValue={start('currency', first.currency ?? 'EUR')}
          choices={currencies.map((value) => ({ value, label: value }))}
        />
        <SelectField
          name="stage"
          label={words.fields.stage}
          defaultValue={start('stage', first.stage ?? 'new')}
          choices={dealStages.map((value) => ({ value, label: words.stages[value] }))}
        />
      </div>
      {me && mayChangeOwner(me.role) && (
        <OwnerField
          defaultValue={start('responsibleUserId', first.responsibleUserId ?? me.id)}
          problem={problems.responsibleUserId}
        />
      )}
      <FormFooter action={action} problem={problem} isBusy={isBusy} onForget={forget} onCancel={onCancel} />
    </form>
  )
}

function readDeal(data: FormData): NewDeal {
  const responsibleUserId = textOf(data, 'responsibleUserId')
  return {
    title: textOf(data, 'title'),
    contactId: textOf(data, 'contactId'),
    amountCents: parseAmount(textOf(data, 'amount')),
    currency: currencies.find((each) => each === data.get('currency')),
    stage: dealStages.find((each) => each === data.get('stage')),
    ...(responsibleUserId && { responsibleUserId }),
  }
}
