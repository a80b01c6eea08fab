import { type ReactNode, useState } from 'react'
import type { ImportField } from '../../../api/contactImport.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useWords } from '../../words/speech.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportResult } from './ImportResult.tsx'
import { useCommitImport, usePreviewImport } from './importMutations.ts'

/** Adds the contacts of a CSV file: choose it, check what was understood, add them. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const words = useWords()
  const [csv, setCsv] = useState('')
  const preview = usePreviewImport()
  const { commit, progress, reset } = useCommitImport()
  const read = (text: string): void => {
    setCsv(text)
    reset()
    preview.mutate({ csv: text })
  }
  const columns = preview.data?.columns.map(({ field }) => field)
  const setColumn = (index: number, field: ImportField | null): void =>
    preview.mutate({ csv, columns: columns?.map((each, at) => (at === index ? field : each === field ? null : each)) })
  return (
    <Dialog title={words.import.title} about={words.import.about} size="large" onClose={onClose}>
      {(close) =>
        commit.data ? (
          <ImportResult result={commit.data} onClose={close} />
        ) : preview.data ? (
          <ImportPreview
            preview={preview.data}
            isReading={preview.isPending}
            progress={commit.isIdle ? null : progress}
            isAdding={commit.isPending}
            error={preview.error ?? commit.error}
            onColumn={setColumn}
            onBack={() => preview.reset()}
            onAdd={() => commit.mutate({ csv, columns, rowCount: preview.data.rows.length })}
          />
        ) : (
          <ChooseFile isReading={preview.isPending} error={preview.error} onText={read} />
        )
      }
    </Dialog>
  )
}
