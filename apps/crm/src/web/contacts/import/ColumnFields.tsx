import type { ReactNode } from 'react'
import { type ImportField, type ImportResponse, importFields } from '../../../api/contactImport.ts'
import { Select } from '../../ui/Select.tsx'
import { useWords } from '../../words/speech.ts'

/** Props of {@link ColumnFields}. */
export interface ColumnFieldsProps {
  columns: ImportResponse['columns']
  onColumn: (index: number, field: ImportField | null) => void
  isDisabled: boolean
}

/** The field that each column of a file fills. */
export function ColumnFields({ columns, onColumn, isDisabled }: ColumnFieldsProps): ReactNode {
  const words = useWords()
  const choices = [
    { value: '', label: words.import.leaveOut },
    ...importFields.map((value) => ({ value, label: words.import.fields[value] })),
  ]
  return (
    <section aria-labelledby="import-columns">
      <h3 id="import-columns" className="mb-2 font-semibold">
        {words.import.columns}
      </h3>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map(({ header, field }, index) => (
          <li key={index} className="flex min-w-0 items-center gap-2 rounded-lg border border-line p-2">
            <bdi className="min-w-0 flex-1 truncate">{header}</bdi>
            <span aria-hidden className="text-soft rtl:-scale-x-100">
              →
            </span>
            <Select
              aria-label={words.import.fieldOf(header)}
              value={field ?? ''}
              choices={choices}
              disabled={isDisabled}
              onChange={(event) => onColumn(index, importFields.find((each) => each === event.target.value) ?? null)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
