import { CircleCheck, Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { toCsv } from '../../../api/toCsv.ts'
import { Button } from '../../ui/Button.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { useWords } from '../../words/speech.ts'
import { ImportRows } from './ImportRows.tsx'
import type { ImportProgress } from './importMutations.ts'
import { toRejectedRows } from './toRejectedRows.ts'

/** Props of {@link ImportResult}. */
export interface ImportResultProps {
  result: ImportProgress
  onClose: () => void
}

/** The end of an import: the number of contacts that were added, and the rows that were left out, also as a file to mend. */
export function ImportResult({ result: { createdCount, leftOut }, onClose }: ImportResultProps): ReactNode {
  const words = useWords()
  const download = (): void =>
    saveFile({ name: `${words.import.leftOutFile}.csv`, type: 'text/csv', text: toCsv(toRejectedRows(leftOut, words)) })
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="flex items-center gap-2 text-base font-semibold">
        <CircleCheck aria-hidden className="size-5 text-accent" />
        {words.import.added(createdCount)}
      </p>
      {leftOut.length > 0 && (
        <>
          <p>{words.import.leftOut(leftOut.length)}</p>
          <ImportRows label={words.import.leftOut(leftOut.length)} rows={leftOut} />
        </>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {leftOut.length > 0 && (
          <Button onClick={download}>
            <Download aria-hidden className="size-4" />
            {words.import.download}
          </Button>
        )}
        <Button look="primary" data-autofocus onClick={onClose}>
          {words.import.done}
        </Button>
      </div>
    </div>
  )
}
