import { type DealStage, dealStages } from '../../../api/deal.ts'

/** A place of the board for a card that is being moved. */
export interface Place {
  stage: DealStage
  /** Number of cards above it, without the one that is being moved. */
  index: number
}

/** Directions of the arrow keys on the board. */
export type Direction = 'up' | 'down' | 'before' | 'after'

/** The direction of an arrow key; undefined for another key. In Arabic, the first column is on the right. */
export function toDirection({ key, isRtl }: { key: string; isRtl: boolean }): Direction | undefined {
  if (key === 'ArrowUp') return 'up'
  if (key === 'ArrowDown') return 'down'
  if (key === 'ArrowLeft') return isRtl ? 'after' : 'before'
  return key === 'ArrowRight' ? (isRtl ? 'before' : 'after') : undefined
}

/**
 * The place one step further; undefined at the end of the board. A column that is shorter is entered at its end, and one
 * without any place is passed over.
 */
export function stepPlace({
  place: { stage, index },
  direction,
  lastIndexOf,
}: {
  place: Place
  direction: Direction
  /** The last index of a stage; undefined for one that has no place. */
  lastIndexOf: (stage: DealStage) => number | undefined
}): Place | undefined {
  if (direction === 'up' || direction === 'down') {
    const next = direction === 'up' ? index - 1 : index + 1
    return next < 0 || next > (lastIndexOf(stage) ?? 0) ? undefined : { stage, index: next }
  }
  const at = dealStages.indexOf(stage)
  const further = direction === 'after' ? dealStages.slice(at + 1) : dealStages.slice(0, at).reverse()
  const beside = further.find((each) => lastIndexOf(each) !== undefined)
  return beside && { stage: beside, index: Math.min(index, lastIndexOf(beside) ?? 0) }
}
