import type { ReactNode } from 'react'
import type { ImportField, ImportResponse } from '../../../api/contactImport.ts'
import { toErrorText } from '../../requests/toErrorText.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/speech.ts'
import { ColumnFields } from './ColumnFields.tsx'
import { ImportRows } from './ImportRows.tsx'

/** Props of {@link ImportPreview}. */
export interface ImportPreviewProps {
  preview: ImportResponse
  isReading: boolean
  isAdding: boolean
  error: Error | null
  onColumn: (index: number, field: ImportField | null) => void
  onBack: () => void
  onAdd: () => void
}

/** A file as it was understood: its columns, and the rows that cannot be added. */
export function ImportPreview(props: ImportPreviewProps): ReactNode {
  const { preview, isReading, isAdding, error, onColumn, onBack, onAdd } = props
  const words = useWords()
  const { columns, rows, validCount, newCompanies } = preview
  const invalid = rows.filter(({ problems }) => problems.length > 0)
  return (
    <div aria-busy={isReading || isAdding} className="flex flex-col gap-4">
      <ColumnFields columns={columns} onColumn={onColumn} />
      <p role="status" className="flex flex-wrap gap-x-4 gap-y-1">
        <span className="font-medium">{words.import.valid(validCount)}</span>
        {invalid.length > 0 && <span className="font-medium text-danger">{words.import.invalid(invalid.length)}</span>}
        {newCompanies.length > 0 && <span className="text-soft">{words.import.newCompanies(newCompanies.length)}</span>}
      </p>
      <ImportRows label={words.import.rows} rows={[...invalid, ...rows.filter((row) => !invalid.includes(row))]} />
      {isAdding && (
        <label className="flex flex-col gap-1">
          {words.import.adding(validCount)}
          <progress className="h-2 w-full accent-accent" />
        </label>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="alert" className="me-auto text-danger">
          {error && toErrorText({ error, words })}
        </p>
        <Button onClick={onBack}>{words.import.otherFile}</Button>
        <Button look="primary" disabled={validCount === 0 || isReading || isAdding} onClick={onAdd}>
          {words.import.add(validCount)}
        </Button>
      </div>
    </div>
  )
}
