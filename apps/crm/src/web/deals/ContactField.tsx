import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { contactQueries } from '../contacts/contactQueries.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { useWords } from '../words/speech.ts'

/** Props of {@link ContactField}. */
export interface ContactFieldProps {
  /** The contact that is chosen already; empty without any. */
  start: { id: string; name: string }
  problem?: string | undefined
}

/** Chooses one of the contacts by name, company or number. In the form, its id is `contactId`, empty while none is chosen. */
export function ContactField({ start, problem }: ContactFieldProps): ReactNode {
  const words = useWords()
  const [text, setText] = useState(start.name)
  const [chosen, setChosen] = useState(start)
  const contacts = useQuery(contactQueries.choices({ search: text === chosen.name ? '' : text.trim() }))
  const choices = (contacts.data?.items ?? []).map(({ id, name, company }) => ({
    value: id,
    label: words.listOf([name, company].filter(Boolean)),
    name,
  }))
  return (
    <>
      <input type="hidden" name="contactId" value={text === chosen.name ? chosen.id : ''} />
      <Combobox
        name="contact"
        label={words.fields.contact}
        required
        problem={problem}
        placeholder={words.contacts.searchHint}
        text={text}
        onTextChange={setText}
        choices={choices}
        onChoose={({ value }) => {
          const name = choices.find((choice) => choice.value === value)?.name ?? ''
          setText(name)
          setChosen({ id: value, name })
        }}
      />
    </>
  )
}
