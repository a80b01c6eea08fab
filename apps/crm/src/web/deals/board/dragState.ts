import { create } from 'zustand'
import type { Deal } from '../../../api/deal.ts'
import type { Place } from './place.ts'

/** The card that is being moved, and the card that keeps the focus. */
export interface DragState {
  deal: Deal | null
  isByKeyboard: boolean
  /** Place of the card before. */
  from: Place | null
  /** Place in which it would be dropped; null outside of all columns. */
  place: Place | null
  /** The card that has the focus, also after it has come to another column. */
  focusId: string | null
}

const nothing = { deal: null, isByKeyboard: false, from: null, place: null }

/** The card that is being moved on the board. */
export const useDrag = create<DragState>(() => ({ ...nothing, focusId: null }))

/** Picks a card up. */
export function pickUp({ deal, from, isByKeyboard }: { deal: Deal; from: Place; isByKeyboard: boolean }): void {
  useDrag.setState({ deal, isByKeyboard, from, place: from })
}

/** Shows where the card would be dropped. */
export function holdOver(place: Place | null): void {
  const { place: now } = useDrag.getState()
  if (now?.stage !== place?.stage || now?.index !== place?.index) useDrag.setState({ place })
}

/** Ends the move of a card. */
export function letGo(): void {
  useDrag.setState(nothing)
}

/** Gives the focus to a card as soon as it is in the page. */
export function focusCard(id: string | null): void {
  useDrag.setState({ focusId: id })
  if (id) document.querySelector<HTMLElement>(`[data-deal="${CSS.escape(id)}"] a`)?.focus({ preventScroll: true })
}
