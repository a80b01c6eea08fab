import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Deal, type DealStage, dealStages } from '../../../api/deal.ts'
import { refreshItems } from '../../items/itemKeys.ts'
import { sendBulk } from '../../items/sendBulk.ts'
import { toErrorText } from '../../requests/toErrorText.ts'
import { showToast } from '../../ui/toasts.ts'
import { useWords } from '../../words/speech.ts'

/** Changes the stage of deals. The notice takes back those that were changed, and counts the others. */
export function useChangeStages() {
  const queryClient = useQueryClient()
  const words = useWords()
  const options = {
    onError: (error: Error) => showToast({ text: toErrorText({ error, words }), isProblem: true }),
    onSettled: () => refreshItems(queryClient),
  }
  const undo = useMutation({
    mutationFn: (deals: Deal[]) =>
      Promise.all(
        dealStages.map((stage) =>
          sendStage(
            deals.filter((deal) => deal.stage === stage),
            stage,
          ),
        ),
      ),
    onSuccess: (_, deals) => showToast({ text: words.board.movedMany(deals.length) }),
    ...options,
  })
  return useMutation({
    mutationFn: ({ deals, stage }: { deals: Deal[]; stage: DealStage }) => sendStage(deals, stage),
    onSuccess: ({ changed, skipped }, { deals }) => {
      const before = deals.filter(({ id }) => changed.includes(id))
      if (before.length > 0)
        showToast({ text: words.board.movedMany(before.length), onUndo: () => undo.mutate(before) })
      if (skipped.length > 0) showToast({ text: words.board.notMoved(skipped.length), isProblem: true })
    },
    ...options,
  })
}

function sendStage(deals: Deal[], stage: DealStage) {
  return sendBulk('deals', { action: 'changeStage', ids: deals.map(({ id }) => id), stage })
}
