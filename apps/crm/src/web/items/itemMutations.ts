import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toErrorText } from '../requests/toErrorText.ts'
import { showToast } from '../ui/toasts.ts'
import { useWords } from '../words/speech.ts'
import { type ItemKind, refreshItems } from './itemKeys.ts'
import { removeFromLists } from './removeFromLists.ts'
import { sendBulk } from './sendBulk.ts'

/** Deletes items at once. The notice about it takes it back. */
export function useDeleteItems(kind: ItemKind) {
  const queryClient = useQueryClient()
  const words = useWords()
  const restore = useRestoreItems(kind)
  return useMutation({
    mutationFn: (ids: string[]) => sendBulk(kind, { action: 'delete', ids }),
    onMutate: (ids) => removeFromLists({ queryClient, kind, ids }),
    onSuccess: ({ changed }) =>
      showToast({ text: words[kind].deleted(changed.length), onUndo: () => restore.mutate(changed) }),
    onError: (error, _ids, rollBack) => {
      rollBack?.()
      showToast({ text: toErrorText({ error, words }), isProblem: true })
    },
    onSettled: () => refreshItems(queryClient),
  })
}

/** Brings deleted items back. */
export function useRestoreItems(kind: ItemKind) {
  const queryClient = useQueryClient()
  const words = useWords()
  return useMutation({
    mutationFn: (ids: string[]) => sendBulk(kind, { action: 'restore', ids }),
    onSuccess: ({ changed }) => showToast({ text: words[kind].restored(changed.length) }),
    onError: (error) => showToast({ text: toErrorText({ error, words }), isProblem: true }),
    onSettled: () => refreshItems(queryClient),
  })
}

/** Gives items to another user. */
export function useChangeOwner(kind: ItemKind) {
  const queryClient = useQueryClient()
  const words = useWords()
  return useMutation({
    mutationFn: ({ ids, responsibleUserId }: { ids: string[]; responsibleUserId: string }) =>
      sendBulk(kind, { action: 'changeOwner', ids, responsibleUserId }),
    onSuccess: ({ changed }) => showToast({ text: words[kind].ownerChanged(changed.length) }),
    onError: (error) => showToast({ text: toErrorText({ error, words }), isProblem: true }),
    onSettled: () => refreshItems(queryClient),
  })
}
