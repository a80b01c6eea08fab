import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type NewNote, type Note, type NotesQuery, noteResponseSchema, notesResponseSchema } from '../../api/note.ts'
import { toQuery } from '../../api/toQuery.ts'
import { itemsKey, refreshItems } from '../items/itemKeys.ts'
import { sendRequest } from '../requests/sendRequest.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { showToast } from '../ui/toasts.ts'
import { useWords } from '../words/speech.ts'

/** The notes on a contact or a deal, the latest first. */
export function notesQueryOptions(query: NotesQuery) {
  return infiniteQueryOptions({
    queryKey: [...itemsKey, 'notes', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      sendRequest({ path: `/notes${toQuery({ ...query, after: pageParam })}`, schema: notesResponseSchema, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

/** Adds a note. */
export function useCreateNote() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewNote) => sendRequest({ path: '/notes', schema: noteResponseSchema, body }),
    onSuccess: () => refreshItems(queryClient),
  })
}

/** Changes the text of a note from the version that is on the page. */
export function useChangeNote({ id, version }: Pick<Note, 'id' | 'version'>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (text: string) =>
      sendRequest({ path: toPath(id), method: 'PATCH', schema: noteResponseSchema, body: { version, text } }),
    onSettled: () => refreshItems(queryClient),
  })
}

/** Deletes a note. The notice about it takes it back. */
export function useDeleteNote() {
  const queryClient = useQueryClient()
  const words = useWords()
  const restore = useMutation({
    mutationFn: (id: string) =>
      sendRequest({ path: `${toPath(id)}/restore`, method: 'POST', schema: noteResponseSchema }),
    onSettled: () => refreshItems(queryClient),
  })
  return useMutation({
    mutationFn: (id: string) => sendRequest({ path: toPath(id), method: 'DELETE', schema: noteResponseSchema }),
    onSuccess: (_response, id) => showToast({ text: words.notes.deleted, onUndo: () => restore.mutate(id) }),
    onError: (error) => showToast({ text: toErrorText({ error, words }), isProblem: true }),
    onSettled: () => refreshItems(queryClient),
  })
}

function toPath(id: string): string {
  return `/notes/${encodeURIComponent(id)}`
}
