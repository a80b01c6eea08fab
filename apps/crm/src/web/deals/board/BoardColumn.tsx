import { useDroppable } from '@dnd-kit/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react'
import type { BoardStage } from '../../../api/deal.ts'
import { Money } from '../../items/Money.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { measureLater } from '../../ui/measureLater.ts'
import { useFormats, useWords } from '../../words/speech.ts'
import { BoardCard } from './BoardCard.tsx'
import { type BoardFilters, columnQueryOptions } from './boardQueries.ts'
import { useColumns } from './columns.ts'
import { useDrag } from './dragState.ts'

/** Props of {@link BoardColumn}. */
export interface BoardColumnProps {
  column: BoardStage
  filters: BoardFilters
  /** Time at which the column's first deals were read: Unix time in milliseconds. */
  readAt: number
  /** Adds a deal of this stage. Missing for those who may not. */
  onAdd?: (() => void) | undefined
}

/** A stage of the board: its count, its sums, and its cards, of which only those in sight are in the page. */
export function BoardColumn({
  column: { stage, deals: first, sums },
  filters,
  readAt,
  onAdd,
}: BoardColumnProps): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const { total } = first
  const id = useId()
  const pages = useInfiniteQuery({
    ...columnQueryOptions({ stage, filters }),
    initialData: { pages: [first], pageParams: [''] },
    initialDataUpdatedAt: readAt,
    staleTime: 60_000,
  })
  const { data, hasNextPage, fetchNextPage, isError } = pages
  const deals = useMemo(() => data.pages.flatMap(({ items }) => items), [data])
  const scroll = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: deals.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 104,
    measureElement: measureLater,
    initialRect: { width: innerWidth, height: innerHeight },
    getItemKey: (index) => deals[index]?.id ?? index,
    gap: 8,
    overscan: 6,
  })
  const { setNodeRef, isOver } = useDroppable({ id: stage })
  const columns = useColumns()
  useEffect(() => {
    const top = (index: number) => virtualizer.measurementsCache[index]?.start ?? virtualizer.getTotalSize()
    columns.set(stage, {
      deals: () => deals,
      total,
      indexAt: (y) => {
        const height = y - (scroll.current?.getBoundingClientRect().top ?? 0) + (scroll.current?.scrollTop ?? 0)
        return virtualizer.measurementsCache.filter(({ start, size }) => start + size / 2 < height).length
      },
      reveal: (index) => {
        virtualizer.scrollToIndex(Math.min(index, deals.length - 1), { align: 'auto' })
        const { left = 0, top: edge = 0 } = scroll.current?.getBoundingClientRect() ?? {}
        return { x: left, y: edge + top(index) - (scroll.current?.scrollTop ?? 0) }
      },
    })
    return () => void columns.delete(stage)
  }, [columns, stage, deals, total, virtualizer])
  const items = virtualizer.getVirtualItems()
  const isNearEnd = hasNextPage && !isError && (items.at(-1)?.index ?? 0) >= deals.length - 15
  useEffect(() => {
    if (isNearEnd) void fetchNextPage({ cancelRefetch: false })
  }, [isNearEnd, fetchNextPage])
  return (
    <section
      aria-labelledby={id}
      className={`flex min-h-0 flex-col rounded-xl bg-canvas max-md:flex-1 md:w-72 md:shrink-0 ${isOver ? 'outline-2 outline-accent/50' : ''}`}
    >
      <header className="flex items-start gap-2 px-3 pt-2.5 pb-1.5">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="flex items-center gap-2 font-semibold">
            <span className={`size-2 rounded-full ${colors[stage]}`} aria-hidden />
            {words.stages[stage]}
            <span className="font-normal text-soft tabular-nums">
              <span aria-hidden>{formats.number(total)}</span>
              <span className="sr-only">{words.board.count(total)}</span>
            </span>
          </h2>
          <p className="flex min-h-5 flex-wrap gap-x-2 text-[0.8125rem] text-soft">
            {sums.map((sum) => sum.amountCents > 0 && <Money key={sum.currency} {...sum} />)}
          </p>
        </div>
        {onAdd && (
          <IconButton icon={Plus} label={words.board.addTo(words.stages[stage])} onClick={onAdd} className="-me-1.5" />
        )}
      </header>
      <div ref={scroll} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        <ul
          ref={setNodeRef}
          aria-labelledby={id}
          className="relative min-h-full"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map(({ index, key, start }) => {
            const deal = deals[index]
            if (!deal) return null
            return (
              <li
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <BoardCard deal={deal} />
              </li>
            )
          })}
          <DropLine
            stage={stage}
            topOf={(index) => virtualizer.measurementsCache[index]?.start ?? virtualizer.getTotalSize() + 8}
          />
        </ul>
        {deals.length === 0 && <p className="-mt-1 px-1 py-2 text-soft">{words.board.emptyColumn}</p>}
        {isError && (
          <div role="alert" className="px-1 py-2 text-danger">
            {words.board.columnFailed}
            <Button className="mt-1" onClick={() => void fetchNextPage()}>
              {words.retry}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

const colors = {
  new: 'bg-line-strong',
  qualified: 'bg-[light-dark(#3b6fd4,#8fb2f7)]',
  proposal: 'bg-[light-dark(#8e5bb8,#cfa4ef)]',
  negotiation: 'bg-[light-dark(#b3690f,#f0b35c)]',
  won: 'bg-accent',
  lost: 'bg-danger',
}

/** A line at the place in which the card would be dropped, unless it is the card's own. */
function DropLine({ stage, topOf }: { stage: BoardStage['stage']; topOf: (index: number) => number }): ReactNode {
  const place = useDrag((drag) => drag.place)
  const from = useDrag((drag) => drag.from)
  if (!place || !from || place.stage !== stage) return null
  const isOwn = from.stage === stage
  if (isOwn && from.index === place.index) return null
  const index = isOwn && place.index > from.index ? place.index + 1 : place.index
  return (
    <li
      aria-hidden
      className="absolute inset-x-0 top-0 h-0.5 rounded bg-accent forced-colors:bg-[Highlight]"
      style={{ transform: `translateY(${topOf(index) - 5}px)` }}
    />
  )
}
