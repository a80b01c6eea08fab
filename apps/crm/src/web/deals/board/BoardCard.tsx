import { useDraggable } from '@dnd-kit/core'
import { ArrowRightLeft, Ellipsis, Trash2 } from 'lucide-react'
import { memo, type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { type Deal, dealStages } from '../../../api/deal.ts'
import { mayEdit } from '../../../api/role.ts'
import { Money } from '../../items/Money.tsx'
import { useUserName } from '../../items/UserName.tsx'
import { WaitingPill } from '../../items/WaitingPill.tsx'
import { useUser } from '../../session/users.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { isolate } from '../../words/isolate.ts'
import { useWords } from '../../words/speech.ts'
import { useBoardActions } from './boardActions.ts'
import { useDrag } from './dragState.ts'

/** The card of a deal on the board, which can be dragged by whoever may edit the deal. */
export const BoardCard = memo(function BoardCard({ deal }: { deal: Deal }): ReactNode {
  const me = useUser()
  const canEdit = me ? mayEdit(me, deal) : false
  const link = useRef<HTMLAnchorElement>(null)
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: deal.id,
    disabled: !canEdit,
  })
  useEffect(() => {
    if (useDrag.getState().focusId === deal.id) link.current?.focus({ preventScroll: true })
  }, [deal.id])
  return (
    <div
      ref={setNodeRef}
      {...listeners}
      data-deal={deal.id}
      className={`group relative touch-manipulation rounded-lg border border-line bg-raised px-3 py-2.5 shadow-card select-none [-webkit-touch-callout:none] has-[a:hover]:border-line-strong ${isDragging ? 'opacity-40' : ''} ${canEdit ? 'cursor-grab' : ''}`}
    >
      <div className="flex items-start gap-1">
        <Link
          ref={(node) => {
            link.current = node
            setActivatorNodeRef(node)
          }}
          to={`/deals/${encodeURIComponent(deal.id)}`}
          draggable={false}
          aria-describedby={canEdit ? attributes['aria-describedby'] : undefined}
          className="line-clamp-2 min-w-0 flex-1 font-medium outline-offset-0 wrap-anywhere after:absolute after:inset-0 after:rounded-lg"
        >
          <bdi>{deal.title}</bdi>
        </Link>
        {canEdit && <CardMenu deal={deal} />}
      </div>
      <CardFacts deal={deal} />
    </div>
  )
})

/** The card that follows the pointer. */
export function DraggedCard({ deal }: { deal: Deal }): ReactNode {
  return (
    <div className="rotate-1 cursor-grabbing opacity-90 rounded-lg border border-accent bg-raised px-3 py-2.5 shadow-float motion-reduce:rotate-0">
      <p className="line-clamp-2 pe-8 font-medium wrap-anywhere">
        <bdi>{deal.title}</bdi>
      </p>
      <CardFacts deal={deal} />
    </div>
  )
}

function CardFacts({ deal }: { deal: Deal }): ReactNode {
  const words = useWords()
  const owner = useUserName(deal.responsibleUserId)
  return (
    <>
      <p className="truncate text-[0.8125rem] text-soft">
        <bdi>{words.listOf([deal.contact, deal.company].filter(Boolean))}</bdi>
      </p>
      <div className="mt-1.5 flex min-h-5.5 items-center gap-2">
        {deal.amountCents > 0 && (
          <span className="text-[0.8125rem] font-medium">
            <Money amountCents={deal.amountCents} currency={deal.currency} />
          </span>
        )}
        {deal.waitingSince !== null && <WaitingPill since={deal.waitingSince} />}
        <span title={owner} className="ms-auto">
          <span className="sr-only">
            {words.owner.label}: {owner}
          </span>
          <Avatar name={owner} size="tiny" />
        </span>
      </div>
    </>
  )
}

/** Moves a card without dragging it, and deletes it. */
function CardMenu({ deal }: { deal: Deal }): ReactNode {
  const words = useWords()
  const { move, remove } = useBoardActions()
  const moves = dealStages
    .filter((stage) => stage !== deal.stage)
    .map((stage) => ({
      label: words.board.moveTo(words.stages[stage]),
      icon: ArrowRightLeft,
      onSelect: () => move({ deal, stage, afterId: null, back: { stage: deal.stage, afterId: null } }),
    }))
  return (
    <Menu items={[...moves, { label: words.delete, icon: Trash2, isDanger: true, onSelect: () => remove([deal.id]) }]}>
      {(trigger) => (
        <IconButton
          {...trigger}
          icon={Ellipsis}
          label={words.board.actions(isolate(deal.title))}
          className="relative z-1 -my-1 -me-1.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
        />
      )}
    </Menu>
  )
}
