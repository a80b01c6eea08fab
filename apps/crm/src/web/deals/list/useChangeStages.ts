import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Deal, type DealStage, dealResponseSchema } from '../../../api/deal.ts'
import { refreshItems } from '../../items/itemKeys.ts'
import { sendRequest } from '../../requests/sendRequest.ts'
import { showToast } from '../../ui/toasts.ts'
import { useWords } from '../../words/speech.ts'
import { toDealPath } from '../dealQueries.ts'

/** A deal and its next stage. */
export interface StageChange {
  deal: Deal
  stage: DealStage
}

/** Changes the stages of deals. The notice takes back those that were changed, and counts the others. */
export function useChangeStages() {
  const queryClient = useQueryClient()
  const words = useWords()
  const mutation = useMutation({
    mutationFn: (changes: StageChange[]) => Promise.allSettled(changes.map(sendChange)),
    onSuccess: (results, changes) => {
      const undo = results.flatMap((result, index) => {
        const before = changes[index]?.deal.stage
        return result.status === 'fulfilled' && before ? [{ deal: result.value.deal, stage: before }] : []
      })
      const failed = results.length - undo.length
      if (undo.length > 0) showToast({ text: words.board.movedMany(undo.length), onUndo: () => mutation.mutate(undo) })
      if (failed > 0) showToast({ text: words.board.notMoved(failed), isProblem: true })
    },
    onSettled: () => refreshItems(queryClient),
  })
  return mutation
}

function sendChange({ deal: { id, version }, stage }: StageChange) {
  return sendRequest({
    path: toDealPath(id),
    method: 'PATCH',
    schema: dealResponseSchema,
    body: { version, stage },
  })
}
