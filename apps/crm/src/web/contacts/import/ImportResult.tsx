import { CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ImportResponse } from '../../../api/contactImport.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/speech.ts'
import { ImportRows } from './ImportRows.tsx'

/** The end of an import: the number of contacts that were added, and the rows that were left out. */
export function ImportResult({ result, onClose }: { result: ImportResponse; onClose: () => void }): ReactNode {
  const words = useWords()
  const { createdCount, rows } = result
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="flex items-center gap-2 text-base font-semibold">
        <CircleCheck aria-hidden className="size-5 text-accent" />
        {words.import.added(createdCount)}
      </p>
      {rows.length > 0 && (
        <>
          <p>{words.import.leftOut(rows.length)}</p>
          <ImportRows label={words.import.leftOut(rows.length)} rows={rows} />
        </>
      )}
      <Button look="primary" data-autofocus onClick={onClose} className="self-end">
        {words.import.done}
      </Button>
    </div>
  )
}
