import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ImportRequest, importResponseSchema } from '../../../api/contactImport.ts'
import { refreshItems } from '../../items/itemKeys.ts'
import { sendRequest } from '../../requests/sendRequest.ts'

/** A file of contacts with the fields of its columns. */
export type ImportFile = Omit<ImportRequest, 'mode'>

/** Reads a file of contacts without adding any. */
export function usePreviewImport() {
  return useMutation({ mutationFn: (file: ImportFile) => sendImport({ mode: 'preview', ...file }) })
}

/** Adds the contacts of a file. */
export function useCommitImport() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (file: ImportFile) => sendImport({ mode: 'commit', ...file }),
    onSuccess: () => refreshItems(queryClient),
  })
}

function sendImport(body: ImportRequest) {
  return sendRequest({ path: '/contacts/import', schema: importResponseSchema, body })
}
