import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ImportRequest, type ImportRow, importResponseSchema } from '../../../api/contactImport.ts'
import { refreshItems } from '../../items/itemKeys.ts'
import { sendRequest } from '../../requests/sendRequest.ts'

/** A file of contacts with the fields of its columns. */
export type ImportFile = Pick<ImportRequest, 'csv' | 'columns'>

/** The part of a file that was imported. */
export interface ImportProgress {
  rowCount: number
  createdCount: number
  /** Rows that were left out. */
  leftOut: ImportRow[]
}

const nothing: ImportProgress = { rowCount: 0, createdCount: 0, leftOut: [] }
const partSize = 250

/** Reads a file of contacts without adding any. */
export function usePreviewImport() {
  return useMutation({ mutationFn: (file: ImportFile) => sendImport({ mode: 'preview', ...file }) })
}

/** Adds the contacts of a file part by part. After a failure, the next attempt goes on where this one ended. */
export function useCommitImport() {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState(nothing)
  const commit = useMutation({
    async mutationFn({ rowCount, ...file }: ImportFile & { rowCount: number }) {
      let done = progress
      while (done.rowCount < rowCount) {
        done = await importPart(file, done)
        setProgress(done)
      }
      return done
    },
    onSettled: () => refreshItems(queryClient),
  })
  const reset = (): void => {
    setProgress(nothing)
    commit.reset()
  }
  return { commit, progress, reset }
}

async function importPart(file: ImportFile, done: ImportProgress): Promise<ImportProgress> {
  const part = { start: done.rowCount, count: partSize }
  const { createdCount, rows } = await sendImport({ mode: 'commit', ...file, part })
  return {
    rowCount: done.rowCount + partSize,
    createdCount: done.createdCount + createdCount,
    leftOut: [...done.leftOut, ...rows],
  }
}

function sendImport(body: ImportRequest) {
  return sendRequest({ path: '/contacts/import', schema: importResponseSchema, body })
}
