import { DndContext, DragOverlay } from '@dnd-kit/core'
import { useQuery } from '@tanstack/react-query'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { type DealStage, dealStages } from '../../../api/deal.ts'
import { toErrorText } from '../../requests/toErrorText.ts'
import { Problem } from '../../ui/Problem.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { phone, useMedia } from '../../ui/useMedia.ts'
import { useWords } from '../../words/speech.ts'
import { DraggedCard } from './BoardCard.tsx'
import { BoardColumn } from './BoardColumn.tsx'
import { BoardActionsContext, useCreateBoardActions } from './boardActions.ts'
import { type BoardFilters, boardQueryOptions } from './boardQueries.ts'
import { type Columns, ColumnsContext, findCard } from './columns.ts'
import { focusCard, useDrag } from './dragState.ts'
import { stepPlace, toDirection } from './place.ts'
import { StageSwitch } from './StageSwitch.tsx'
import { useBoardDrag } from './useBoardDrag.ts'

/** Props of {@link DealBoard}. */
export interface DealBoardProps {
  filters: BoardFilters
  /** The stage that phones show. */
  stage: DealStage
  onStage: (stage: DealStage) => void
  /** Adds a deal of a stage. Missing for those who may not. */
  onAdd?: ((stage: DealStage) => void) | undefined
}

/** The deals in columns by stage; on phones, one column at a time. */
export function DealBoard({ filters, stage: shown, onStage, onAdd }: DealBoardProps): ReactNode {
  const words = useWords()
  const board = useQuery(boardQueryOptions(filters))
  const isPhone = useMedia(phone)
  const [columns] = useState<Columns>(() => new Map())
  const actions = useCreateBoardActions()
  const drag = useBoardDrag({ columns, move: actions.move })
  if (board.isPending) return <BoardSkeleton />
  if (board.isError && !board.data) {
    const text = toErrorText({ error: board.error, words })
    return <Problem title={words.board.failed} text={text} onRetry={() => void board.refetch()} />
  }
  const { stages } = board.data
  return (
    <BoardActionsContext value={actions}>
      <ColumnsContext value={columns}>
        {isPhone && <StageSwitch stages={stages} chosen={shown} onChoose={onStage} />}
        <DndContext {...drag}>
          <section
            aria-label={words.board.views.board}
            onKeyDown={(event) => moveFocusOnBoard(event, columns)}
            onFocus={forgetOtherCard}
            aria-busy={board.isPlaceholderData}
            className="flex min-h-80 flex-1 gap-3 overflow-x-auto px-3 pb-3 sm:px-4"
          >
            {stages
              .filter(({ stage }) => !isPhone || stage === shown)
              .map((column) => (
                <BoardColumn
                  key={`${column.stage} ${JSON.stringify(board.data.filters)}`}
                  column={column}
                  filters={board.data.filters}
                  readAt={board.dataUpdatedAt}
                  onAdd={onAdd && (() => onAdd(column.stage))}
                />
              ))}
          </section>
          <DragOverlay dropAnimation={null}>
            <Dragged />
          </DragOverlay>
        </DndContext>
      </ColumnsContext>
    </BoardActionsContext>
  )
}

function Dragged(): ReactNode {
  const deal = useDrag((drag) => drag.deal)
  return deal && <DraggedCard deal={deal} />
}

function BoardSkeleton(): ReactNode {
  const words = useWords()
  return (
    <div className="flex gap-3 overflow-hidden px-3 sm:px-4">
      {dealStages.map((stage) => (
        <div key={stage} className="w-72 shrink-0">
          <Skeleton className="h-24" count={4} label={words.board.loading} />
        </div>
      ))}
    </div>
  )
}

/** Moves the focus between the cards by arrow keys, as long as no card is being moved. */
function moveFocusOnBoard(event: KeyboardEvent, columns: Columns): void {
  if (useDrag.getState().deal || !(event.target instanceof HTMLAnchorElement)) return
  const direction = toDirection({ key: event.key, isRtl: document.documentElement.dir === 'rtl' })
  const card = findCard(columns, event.target.closest<HTMLElement>('[data-deal]')?.dataset.deal ?? '')
  if (!direction || !card) return
  event.preventDefault()
  const lastIndexOf = (stage: DealStage) => {
    const last = (columns.get(stage)?.deals().length ?? 0) - 1
    return last < 0 ? undefined : last
  }
  const next = stepPlace({ place: card.from, direction, lastIndexOf })
  const column = next && columns.get(next.stage)
  if (!next || !column) return
  column.reveal(next.index)
  focusCard(column.deals()[next.index]?.id ?? null)
}

/** A card that has just moved keeps the focus until another one gets it. */
function forgetOtherCard({ target }: FocusEvent<HTMLElement>): void {
  const { focusId } = useDrag.getState()
  if (focusId !== null && target.closest<HTMLElement>('[data-deal]')?.dataset.deal !== focusId)
    useDrag.setState({ focusId: null })
}
