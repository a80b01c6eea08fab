import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Deal, DealsQuery } from '../../../api/deal.ts'
import type { Page } from '../../../api/page.ts'
import { itemsKey, refreshItems } from '../../items/itemKeys.ts'
import { sendRequest } from '../../requests/sendRequest.ts'
import { toErrorText } from '../../requests/toErrorText.ts'
import { showToast } from '../../ui/toasts.ts'
import { isolate } from '../../words/isolate.ts'
import { useWords } from '../../words/speech.ts'
import { dealQueries } from '../dealQueries.ts'
import type { Board } from './boardQueries.ts'
import { type ColumnPages, type Move, moveInColumn, moveInStages } from './moveInLists.ts'

/** A move, and how to take it back. */
export interface MoveVariables extends Move {
  /** Missing for a move that takes one back. */
  back?: Pick<Move, 'stage' | 'afterId'>
}

const moveKey = ['moveDeal']

/**
 * Moves the card of a deal at once, and puts it back if the server refuses. Moves are sent one after the other: the next one
 * of a deal needs the version that the one before has made. The notice takes the move back.
 */
export function useMoveDeal() {
  const queryClient = useQueryClient()
  const words = useWords()
  const mutation = useMutation({
    mutationKey: moveKey,
    scope: { id: 'moveDeal' },
    mutationFn: ({ deal, stage, afterId }: MoveVariables) =>
      sendRequest({
        path: `${dealQueries.toPath(deal.id)}/move`,
        schema: dealQueries.item,
        body: { version: latestVersion(queryClient, deal), stage, afterId },
      }),
    onMutate: (move) => moveOnPage(queryClient, move),
    onSuccess: (deal, { back }) => {
      storeDeal(queryClient, deal)
      const text = { title: isolate(deal.title), stage: words.stages[deal.stage] }
      const onUndo = back && (() => mutation.mutate({ deal, ...back }))
      showToast({ text: back ? words.board.moved(text) : words.board.movedBack(text), onUndo })
    },
    onError: (error, _move, putBack) => {
      putBack?.()
      showToast({ text: toErrorText({ error, words }), isProblem: true })
    },
    onSettled: (_deal, error) => {
      if (queryClient.isMutating({ mutationKey: moveKey }) > 1) return
      void (error ? refreshItems(queryClient) : refreshOthers(queryClient))
    },
  })
  return mutation
}

/** Reads again what is on the page. The columns of the board are as the server has them, however many pages they have. */
function refreshOthers(queryClient: QueryClient): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: itemsKey, predicate: ({ queryKey }) => !isColumn(queryKey) })
}

/** The part of the cache that holds the cards of a column. */
function isColumn([, kind, part, query]: QueryKey): boolean {
  const { stage, sort } = (query ?? {}) as DealsQuery // The keys of dealQueries.list.
  return kind === 'deals' && part === 'list' && stage !== undefined && sort === 'board'
}

/** Moves the card in all columns that are loaded, and on the deal's own page. @returns a function that puts everything back. */
function moveOnPage(queryClient: QueryClient, move: Move): () => void {
  void queryClient.cancelQueries({ queryKey: dealQueries.key })
  const before = queryClient.getQueriesData({ queryKey: dealQueries.key })
  for (const [key, data] of queryClient.getQueriesData<ColumnPages>({ queryKey: [...dealQueries.key, 'list'] })) {
    const { stage } = key[3] as DealsQuery // The keys of dealQueries.list.
    if (data && stage && isColumn(key)) queryClient.setQueryData(key, moveInColumn({ pages: data, stage, move }))
  }
  queryClient.setQueriesData<Board>(
    { queryKey: [...dealQueries.key, 'board'] },
    (board) => board && { ...board, stages: moveInStages(board.stages, move) },
  )
  const { queryKey } = dealQueries.one(move.deal)
  queryClient.setQueryData(queryKey, (deal) => deal && { ...deal, stage: move.stage })
  return () => {
    for (const [key, data] of before) queryClient.setQueryData(key, data)
  }
}

function latestVersion(queryClient: QueryClient, { id, version }: Deal): number {
  const lists = queryClient.getQueriesData<ColumnPages>({ queryKey: [...dealQueries.key, 'list'] })
  const deals = lists.flatMap(([, data]) => data?.pages.flatMap(({ items }) => items) ?? [])
  return Math.max(version, ...deals.filter((deal) => deal.id === id).map((deal) => deal.version))
}

/** Keeps the new version of a deal until everything is read again. */
function storeDeal(queryClient: QueryClient, deal: Deal): void {
  const store = (page: Page<Deal>): Page<Deal> => ({
    ...page,
    items: page.items.map((each) => (each.id === deal.id ? deal : each)),
  })
  queryClient.setQueryData(dealQueries.one(deal).queryKey, deal)
  queryClient.setQueriesData<ColumnPages>(
    { queryKey: [...dealQueries.key, 'list'] },
    (data) => data && { ...data, pages: data.pages.map(store) },
  )
  queryClient.setQueriesData<Board>(
    { queryKey: [...dealQueries.key, 'board'] },
    (board) => board && { ...board, stages: board.stages.map((each) => ({ ...each, deals: store(each.deals) })) },
  )
}
