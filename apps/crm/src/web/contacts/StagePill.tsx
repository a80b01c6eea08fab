import type { ReactNode } from 'react'
import type { DealStage } from '../../api/contact.ts'
import { dealStageNames } from './dealStageNames.ts'

/** How far a deal has come, in a word. */
export function StagePill({ stage }: { stage: DealStage }): ReactNode {
  const look = stage === 'won' ? 'bg-accent-soft text-accent-strong' : 'bg-line text-soft'
  return (
    <span className={`inline-flex h-6 items-center rounded-full px-2.5 text-xs font-medium whitespace-nowrap ${look}`}>
      {dealStageNames[stage]}
    </span>
  )
}
