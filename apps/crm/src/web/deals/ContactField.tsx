import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { contactChoicesQueryOptions } from '../contacts/contactQueries.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { useWords } from '../words/speech.ts'

/** Props of {@link ContactField}. */
export interface ContactFieldProps {
  /** Name of the contact that is chosen already, or empty. */
  start: string
  /** Gets the contact's id; empty while none is chosen. */
  onChoose: (id: string) => void
  problem?: string | undefined
}

/** Chooses one of the contacts by name, company or number. */
export function ContactField({ start, onChoose, problem }: ContactFieldProps): ReactNode {
  const words = useWords()
  const [text, setText] = useState(start)
  const [chosen, setChosen] = useState(start)
  const contacts = useQuery(contactChoicesQueryOptions({ search: text === chosen ? '' : text.trim() }))
  const choices = (contacts.data?.items ?? []).map(({ id, name, company }) => ({
    value: id,
    label: words.listOf([name, company].filter(Boolean)),
    name,
  }))
  return (
    <Combobox
      label={words.fields.contact}
      required
      problem={problem}
      placeholder={words.contacts.searchHint}
      text={text}
      onTextChange={(next) => {
        setText(next)
        if (next !== chosen) onChoose('')
      }}
      choices={choices}
      onChoose={({ value }) => {
        const name = choices.find((choice) => choice.value === value)?.name ?? ''
        setText(name)
        setChosen(name)
        onChoose(value)
      }}
    />
  )
}
