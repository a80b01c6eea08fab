import { createContext, use, useMemo } from 'react'
import { useDeleteItems } from '../../items/itemMutations.ts'
import { type MoveVariables, useMoveDeal } from './useMoveDeal.ts'

/** Actions for the cards, which there may be many of: all share one of each. */
export interface BoardActions {
  move: (move: MoveVariables) => void
  remove: (ids: string[]) => void
}

/** Gives the actions to the cards. */
export const BoardActionsContext = createContext<BoardActions | null>(null)

/** Creates the actions of a board. */
export function useCreateBoardActions(): BoardActions {
  const { mutate: move } = useMoveDeal()
  const { mutate: remove } = useDeleteItems('deals')
  return useMemo(() => ({ move, remove }), [move, remove])
}

/** The actions of the board around a card. */
export function useBoardActions(): BoardActions {
  const actions = use(BoardActionsContext)
  if (!actions) throw new Error('A card is outside of a board.')
  return actions
}
