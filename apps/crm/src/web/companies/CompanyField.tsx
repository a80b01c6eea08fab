import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Combobox } from '../ui/Combobox.tsx'
import { useWords } from '../words/speech.ts'
import { companyQueries } from './companyQueries.ts'

/** The name of a company in a form: one that is in the CRM, or a new one. */
export function CompanyField({
  defaultValue,
  problem,
}: {
  defaultValue: string
  problem?: string | undefined
}): ReactNode {
  const words = useWords()
  const [text, setText] = useState(defaultValue)
  const search = text.trim()
  const companies = useQuery({ ...companyQueries.choices({ search }), enabled: search !== '' })
  const choices = search ? (companies.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })) : []
  const isKnown = choices.some(({ label }) => label.toLowerCase() === search.toLowerCase())
  return (
    <Combobox
      name="company"
      label={words.fields.company}
      hint={search && companies.isSuccess && !isKnown ? words.companies.isNew : undefined}
      problem={problem}
      text={text}
      onTextChange={setText}
      choices={choices.filter(({ label }) => label !== text)}
      onChoose={({ label }) => setText(label)}
    />
  )
}
