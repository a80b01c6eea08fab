import type { FormEvent, ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { RequestError } from '../requests/RequestError.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCreateContact } from './contacts.ts'

/** Adds a contact and opens its card. The server validates; its messages appear below the fields. */
export function NewContactForm({ onCancel }: { onCancel: () => void }): ReactNode {
  const navigate = useNavigate()
  const create = useCreateContact()
  const problems = create.error instanceof RequestError ? create.error.fields : {}
  const hasOtherError = create.isError && Object.keys(problems).length === 0

  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    create.mutate(readForm(event.currentTarget), {
      onSuccess: ({ contact }) => navigate(`/contacts/${encodeURIComponent(contact.id)}`),
    })
  }

  return (
    <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
      <TextField name="name" label="Name" autoComplete="off" problem={problems.name} />
      <TextField name="company" label="Company" hint="Optional" autoComplete="off" problem={problems.company} />
      <TextField
        name="phone"
        label="WhatsApp number"
        hint="With the country code, e.g. +44 7700 900123"
        type="tel"
        autoComplete="off"
        problem={problems.phone}
      />
      {hasOtherError ? (
        <p role="alert" className="text-danger">
          {create.error.message}
        </p>
      ) : null}
      <div className="mt-2 flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="primary" disabled={create.isPending}>
          Add contact
        </Button>
      </div>
    </form>
  )
}

function readForm(form: HTMLFormElement): { name: string; company: string; phone: string } {
  const data = new FormData(form)
  const text = (name: string): string => String(data.get(name) ?? '')
  return { name: text('name'), company: text('company'), phone: text('phone') }
}
