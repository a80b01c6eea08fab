import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Deal, type DealStage, dealStages, isClosed } from '../../../api/deal.ts'
import { useWords } from '../../words/speech.ts'
import { useMoveDeal } from '../board/useMoveDeal.ts'

const steps = dealStages.filter((stage) => !isClosed(stage))
const ends = dealStages.filter(isClosed)

/** The stages of a deal by name, as far as it has come. Each is a button for those who may edit the deal. */
export function StageSteps({ deal, canEdit }: { deal: Deal; canEdit: boolean }): ReactNode {
  const words = useWords()
  const move = useMoveDeal()
  const { stage } = deal
  const reached = stage === 'won' ? steps.length : steps.indexOf(stage)
  const choose = (next: DealStage): void =>
    move.mutate({ deal, stage: next, afterId: null, back: { stage, afterId: null } })
  const button = (each: DealStage) => ({
    type: 'button' as const,
    'aria-current': each === stage ? ('step' as const) : undefined,
    disabled: !canEdit || each === stage,
    onClick: () => choose(each),
  })
  return (
    <div className="py-2">
      <ol aria-label={words.board.steps} className="grid grid-cols-2 gap-1 min-[22rem]:grid-cols-4">
        {steps.map((each, index) => (
          <li key={each}>
            <button
              {...button(each)}
              className="group flex min-h-9 w-full flex-col gap-1.5 rounded-md pt-1 text-start text-xs text-soft enabled:hover:text-ink aria-[current=step]:font-semibold aria-[current=step]:text-ink pointer-coarse:min-h-11"
            >
              <span
                className={`h-1.5 w-full rounded-full ${index <= reached ? 'bg-accent forced-colors:bg-[Highlight]' : 'bg-line group-enabled:group-hover:bg-line-strong forced-colors:bg-[GrayText]'}`}
              />
              {words.stages[each]}
            </button>
          </li>
        ))}
      </ol>
      <div className="mt-2 flex gap-2">
        {ends.map((each) => (
          <button
            key={each}
            {...button(each)}
            className={`inline-flex h-8 flex-1 items-center justify-center gap-1.5 rounded-md border font-medium disabled:opacity-100 pointer-coarse:h-11 ${looks[each === stage ? each : 'other']}`}
          >
            {each === 'won' ? <Check aria-hidden className="size-4" /> : <X aria-hidden className="size-4" />}
            {words.stages[each]}
          </button>
        ))}
      </div>
    </div>
  )
}

const looks: Record<string, string> = {
  won: 'border-accent bg-accent-soft text-accent-strong',
  lost: 'border-danger bg-danger-soft text-danger',
  other: 'border-line bg-raised text-soft enabled:hover:bg-sunken enabled:hover:text-ink',
}
