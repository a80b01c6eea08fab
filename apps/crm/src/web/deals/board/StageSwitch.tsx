import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { BoardStage, DealStage } from '../../../api/deal.ts'
import { useFormats, useWords } from '../../words/speech.ts'

/** Props of {@link StageSwitch}. */
export interface StageSwitchProps {
  stages: readonly BoardStage[]
  chosen: DealStage
  onChoose: (stage: DealStage) => void
}

/** Chooses the column that a phone shows. Each has its count. */
export function StageSwitch({ stages, chosen, onChoose }: StageSwitchProps): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const name = useId()
  const choices = useRef<HTMLFieldSetElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice decides what is in sight.
  useEffect(() => {
    const label = choices.current?.querySelector('label:has(:checked)')
    label?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [chosen])
  return (
    <fieldset ref={choices} className="flex shrink-0 gap-1.5 overflow-x-auto px-3 pb-2">
      <legend className="sr-only">{words.board.stageOf}</legend>
      {stages.map(({ stage, deals: { total } }) => (
        <label
          key={stage}
          className="flex h-11 shrink-0 cursor-pointer items-center gap-1.5 rounded-full border border-line px-3.5 font-medium text-soft has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border-[Highlight] forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={stage === chosen}
            onChange={() => onChoose(stage)}
          />
          {words.stages[stage]}
          <span className="font-normal tabular-nums">{formats.number(total)}</span>
        </label>
      ))}
    </fieldset>
  )
}
