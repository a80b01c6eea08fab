import { Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Pill } from '../ui/Pill.tsx'
import { useFormats, useWords } from '../words/speech.ts'

/** The time that a customer has waited for a reply; red after a day. */
export function WaitingPill({ since }: { since: number }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const ms = Date.now() - since
  return (
    <span title={words.waiting.since(formats.dateTime(since))}>
      <Pill tone={ms > dayMs ? 'danger' : 'warning'}>
        <Clock aria-hidden className="size-3" />
        <span className="sr-only">{words.waiting.label} </span>
        {formats.duration(Math.max(ms, 60_000))}
      </Pill>
    </span>
  )
}

const dayMs = 86_400_000
