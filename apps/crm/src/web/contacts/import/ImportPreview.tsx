import type { ReactNode } from 'react'
import type { ImportField, ImportResponse } from '../../../api/contactImport.ts'
import { toErrorText } from '../../requests/toErrorText.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormats, useWords } from '../../words/speech.ts'
import { ColumnFields } from './ColumnFields.tsx'
import { ImportRows } from './ImportRows.tsx'
import type { ImportProgress } from './importMutations.ts'

/** Props of {@link ImportPreview}. */
export interface ImportPreviewProps {
  preview: ImportResponse
  isReading: boolean
  /** Null before the import has begun. */
  progress: ImportProgress | null
  isAdding: boolean
  error: Error | null
  onColumn: (index: number, field: ImportField | null) => void
  onBack: () => void
  onAdd: () => void
}

/** A file as it was understood: its columns, and the rows that cannot be added. */
export function ImportPreview(props: ImportPreviewProps): ReactNode {
  const { preview, isReading, progress, isAdding, error, onColumn, onBack, onAdd } = props
  const words = useWords()
  const formats = useFormats()
  const { columns, rows, validCount, newCompanies } = preview
  const invalid = rows.filter(({ problems }) => problems.length > 0)
  return (
    <div aria-busy={isReading || isAdding} className="flex flex-col gap-4">
      <ColumnFields columns={columns} onColumn={onColumn} isDisabled={progress !== null} />
      <p role="status" className="flex flex-wrap gap-x-4 gap-y-1">
        <span className="font-medium">{words.import.valid(validCount)}</span>
        {invalid.length > 0 && <span className="font-medium text-danger">{words.import.invalid(invalid.length)}</span>}
        {newCompanies.length > 0 && <span className="text-soft">{words.import.newCompanies(newCompanies.length)}</span>}
      </p>
      <ImportRows label={words.import.rows} rows={[...invalid, ...rows.filter((row) => !invalid.includes(row))]} />
      {progress && (
        <label className="flex flex-col gap-1">
          {words.import.adding({
            done: formats.number(Math.min(progress.rowCount, rows.length)),
            total: formats.number(rows.length),
          })}
          <progress value={progress.rowCount} max={rows.length} className="h-2 w-full accent-accent" />
        </label>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p role="alert" className="me-auto text-danger">
          {error && toErrorText({ error, words })}
        </p>
        <Button disabled={isAdding} onClick={onBack}>
          {words.import.otherFile}
        </Button>
        <Button look="primary" disabled={validCount === 0 || isReading || isAdding} onClick={onAdd}>
          {progress && !isAdding ? words.retry : words.import.add(validCount)}
        </Button>
      </div>
    </div>
  )
}
