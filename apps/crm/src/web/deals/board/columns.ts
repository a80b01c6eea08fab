import { createContext, use } from 'react'
import type { Deal, DealStage } from '../../../api/deal.ts'
import type { Place } from './place.ts'

/** A column that is on the page, as far as cards are moved into it. */
export interface Column {
  /** The cards that are loaded. */
  deals: () => readonly Deal[]
  /** Number of all cards. */
  total: number
  /** Number of cards above a height in the window. */
  indexAt: (y: number) => number
  /** Shows a place, and returns its corner in the window. */
  reveal: (index: number) => { x: number; y: number }
}

/** The columns that are on the page. */
export type Columns = Map<DealStage, Column>

/** Gives the columns to the board. */
export const ColumnsContext = createContext<Columns>(new Map())

/** The columns that are on the page. */
export function useColumns(): Columns {
  return use(ColumnsContext)
}

/** The card of a deal with its place. */
export function findCard(columns: Columns, dealId: string): { deal: Deal; from: Place } | undefined {
  for (const [stage, column] of columns) {
    const index = column.deals().findIndex(({ id }) => id === dealId)
    const deal = column.deals()[index]
    if (deal) return { deal, from: { stage, index } }
  }
  return undefined
}

/** The cards of a column without one. */
export function cardsWithout(columns: Columns, stage: DealStage, dealId: string | undefined): Deal[] {
  return (columns.get(stage)?.deals() ?? []).filter(({ id }) => id !== dealId)
}
