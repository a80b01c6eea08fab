import type { ReactNode } from 'react'
import { mayWrite } from '../../api/role.ts'
import { useUser, useUsers } from '../session/users.ts'
import { type Choice, Select } from '../ui/Select.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useWords } from '../words/speech.ts'

/** Narrows a list to the items of one user. */
export function OwnerFilter({ value, onChange }: { value: string; onChange: (id: string) => void }): ReactNode {
  const words = useWords()
  const choices = useOwners()
  return (
    <Select
      aria-label={words.owner.label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      choices={[{ value: '', label: words.owner.all }, ...choices]}
    />
  )
}

/** Chooses who is responsible, in a form. */
export function OwnerField({
  defaultValue,
  problem,
}: {
  defaultValue: string
  problem?: string | undefined
}): ReactNode {
  const words = useWords()
  const choices = useOwners()
  return (
    <SelectField
      key={choices.length}
      name="responsibleUserId"
      label={words.owner.label}
      problem={problem}
      defaultValue={defaultValue}
      choices={choices}
    />
  )
}

/** The users who may be responsible for something, the logged-in one first. */
export function useOwners(): Choice[] {
  const words = useWords()
  const me = useUser()
  const users = useUsers()
  return users
    .filter(({ role }) => mayWrite(role))
    .sort((a, b) => Number(b.id === me?.id) - Number(a.id === me?.id))
    .map(({ id, name }) => ({ value: id, label: id === me?.id ? words.owner.me(name) : name }))
}
