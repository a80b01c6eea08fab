import type { InfiniteData } from '@tanstack/react-query'
import type { BoardStage, Deal, DealStage, Sum } from '../../../api/deal.ts'
import type { Page } from '../../../api/page.ts'

/** The loaded pages of a column. */
export type ColumnPages = InfiniteData<Page<Deal>>

/** A move of a deal on the board. */
export interface Move {
  /** The deal before the move. */
  deal: Deal
  stage: DealStage
  /** Id of the deal directly above the new place; null for the top of the column. */
  afterId: string | null
}

/** The pages of a stage's column after a move. A place that is not loaded is at the end of what is. */
export function moveInColumn({
  pages,
  stage,
  move: { deal, stage: to, afterId },
}: {
  pages: ColumnPages
  stage: DealStage
  move: Move
}): ColumnPages {
  const change = Number(stage === to) - Number(stage === deal.stage)
  const without = pages.pages.map((page) => ({
    ...page,
    items: page.items.filter(({ id }) => id !== deal.id),
    total: page.total + change,
  }))
  if (stage !== to) return { ...pages, pages: without }
  const found = without.findIndex(({ items }) => items.some(({ id }) => id === afterId))
  const at = afterId === null ? 0 : found < 0 ? without.length - 1 : found
  const moved = { ...deal, stage: to }
  return {
    ...pages,
    pages: without.map((page, index) => (index === at ? { ...page, items: insert(page.items, moved, afterId) } : page)),
  }
}

/** The counts, sums and first deals of the stages after a move. A column that is shown later begins with those deals. */
export function moveInStages(stages: BoardStage[], move: Move): BoardStage[] {
  const { deal, stage: to } = move
  return stages.map((each) => {
    const { stage } = each
    const [deals = each.deals] = moveInColumn({ pages: { pages: [each.deals], pageParams: [''] }, stage, move }).pages
    const sign = Number(stage === to) - Number(stage === deal.stage)
    if (sign === 0) return { ...each, deals }
    return { ...each, deals, sums: addToSums(each.sums, { ...deal, amountCents: sign * deal.amountCents }) }
  })
}

function insert(items: Deal[], deal: Deal, afterId: string | null): Deal[] {
  const above = items.findIndex(({ id }) => id === afterId)
  const index = afterId === null ? 0 : above < 0 ? items.length : above + 1
  return items.toSpliced(index, 0, deal)
}

function addToSums(sums: Sum[], { currency, amountCents }: Sum): Sum[] {
  const isKnown = sums.some((sum) => sum.currency === currency)
  const all = isKnown ? sums : [...sums, { currency, amountCents: 0 }]
  return all.map((sum) => (sum.currency === currency ? { ...sum, amountCents: sum.amountCents + amountCents } : sum))
}
