import type { ReactNode } from 'react'
import type { DealStage } from '../../api/deal.ts'
import { Pill } from '../ui/Pill.tsx'
import { useWords } from '../words/speech.ts'

/** The stage of a deal. */
export function StagePill({ stage }: { stage: DealStage }): ReactNode {
  const words = useWords()
  return <Pill tone={stage === 'won' ? 'accent' : stage === 'lost' ? 'danger' : 'quiet'}>{words.stages[stage]}</Pill>
}
