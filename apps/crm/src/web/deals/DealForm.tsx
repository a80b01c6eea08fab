import { type ReactNode, useState } from 'react'
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
  onSend: (deal: NewDeal, onError: () => void) => void
}

/** The fields of a deal. The server validates them; its messages appear below the fields. */
export function DealForm({ start, action, error, isBusy, onCancel, onSend }: DealFormProps): ReactNode {
  const words = useWords()
  const me = useUser()
  const [contactId, setContactId] = useState(start.contactId ?? '')
  const { problems, problem, onSubmit } = useItemForm({
    error,
    send: (data, fail) => onSend({ ...readDeal(data), contactId }, fail),
  })
  return (
    <form onSubmit={onSubmit} noValidate autoComplete="off" className="flex flex-col gap-4">
      <TextField
        name="title"
        label={words.fields.title}
        required
        data-autofocus
        defaultValue={start.title}
        problem={problems.title}
      />
      <ContactField start={start.contact ?? ''} onChoose={setContactId} problem={problems.contactId} />
      <div className="grid gap-4 sm:grid-cols-[1fr_7rem_1fr]">
        <TextField
          name="amount"
          inputMode="decimal"
          dir="ltr"
          label={words.fields.amount}
          defaultValue={start.amountCents ? String(start.amountCents / 100) : ''}
          problem={problems.amountCents}
        />
        <SelectField
          name="currency"
          label={words.fields.currency}
          defaultValue={start.currency ?? 'EUR'}
          choices={currencies.map((value) => ({ value, label: value }))}
        />
        <SelectField
          name="stage"
          label={words.fields.stage}
          defaultValue={start.stage ?? 'new'}
          choices={dealStages.map((value) => ({ value, label: words.stages[value] }))}
        />
      </div>
      {me && mayChangeOwner(me.role) && (
        <OwnerField defaultValue={start.responsibleUserId ?? me.id} problem={problems.responsibleUserId} />
      )}
      <FormFooter action={action} problem={problem} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}

function readDeal(data: FormData): Omit<NewDeal, 'contactId'> {
  const responsibleUserId = textOf(data, 'responsibleUserId')
  return {
    title: textOf(data, 'title'),
    amountCents: parseAmount(textOf(data, 'amount')),
    currency: currencies.find((each) => each === data.get('currency')),
    stage: dealStages.find((each) => each === data.get('stage')),
    ...(responsibleUserId && { responsibleUserId }),
  }
}
